package cash.tuppence.ledger;

import static cash.tuppence.ledger.AccountType.BANK;
import static cash.tuppence.ledger.AccountType.IN_TRANSIT;
import static cash.tuppence.ledger.AccountType.WALLET;

/**
 * The declared list of what a transfer may be, and between which kinds of account it runs. All else is refused.
 */
public enum Kind {
    /** From one wallet to another. */
    SEND(WALLET, WALLET),
    /** An invitation: cash for someone who may have no wallet yet. */
    GIFT(WALLET, WALLET),
    /** On a donation page. */
    GIVE(WALLET, WALLET),
    /** For a checkout. */
    PAYMENT(WALLET, WALLET),
    /** Back from a checkout's merchant to its payer. */
    REFUND(WALLET, WALLET),
    /** Money that arrived at the bank. */
    DEPOSIT(BANK, WALLET),
    /** On its way out to the bank. */
    REDEMPTION(WALLET, IN_TRANSIT),
    /** Cash that the system gives out: play money, and the balances of demo data. */
    GRANT(BANK, WALLET);

    private final AccountType debit;
    private final AccountType credit;

    Kind(AccountType debit, AccountType credit) {
        this.debit = debit;
        this.credit = credit;
    }

    /** Whether it counts towards what its payer may spend. To give back is nobody's spending. */
    public boolean isSpending() {
        return this != REFUND;
    }

    /** Whether a wallet that holds as much as it may turns it away: not what comes back, nor what the system gives. */
    public boolean needsRoom() {
        return this != REFUND && this != GRANT;
    }

    public boolean allows(AccountType debitType, AccountType creditType) {
        return debitType == debit && creditType == credit;
    }

    /** As {@link #allows}, where nobody knows yet who is credited. */
    public boolean allowsDebitOf(AccountType debitType) {
        return debitType == debit;
    }
}
