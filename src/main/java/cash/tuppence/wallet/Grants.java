package cash.tuppence.wallet;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;

/** Cash that the system gives out: play money, and the balances of demo data. */
public final class Grants {
    private final Ledger ledger;
    private final Accounts accounts;
    private final KeyMaker keys;

    public Grants(Ledger ledger, Accounts accounts, KeyMaker keys) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.keys = keys;
    }

    /** Gives it, once for each operation id. */
    public void give(OperationId once, long profileId, Money amount, String message) {
        Movement.Transfer transfer = new Movement.Transfer(
                keys.newId(TransferRow.PREFIX),
                Kind.GRANT,
                accounts.ofSystem(AccountType.BANK, amount.asset()),
                accounts.open(profileId, amount.asset()),
                amount,
                Details.bySystem(message));
        ledger.post(Posting.of(once, transfer)).transferIdOrRefuse();
    }
}
