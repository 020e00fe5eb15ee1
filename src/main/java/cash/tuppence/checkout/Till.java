package cash.tuppence.checkout;

import cash.tuppence.business.Team;
import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.event.Announcement;
import cash.tuppence.wallet.event.Announcements;

/** Takes payments: the transfer, the checkout's new state and the event become true together. */
public final class Till {
    private final Ledger ledger;
    private final Accounts accounts;
    private final Team team;
    private final CheckoutJsons jsons;
    private final KeyMaker keys;

    public Till(Ledger ledger, Accounts accounts, Team team, CheckoutJsons jsons, KeyMaker keys) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.team = team;
        this.jsons = jsons;
        this.keys = keys;
    }

    /**
     * Pays a checkout, once: whatever the operation, a second payment finds it closed.
     *
     * @param operation the same one finds the first outcome again
     * @throws Refusal with {@link Reason#CHECKOUT_CLOSED} where it is too late, {@link Reason#OWN_CHECKOUT} where the
     *     payer works for the merchant, or what the ledger says against it
     */
    public void pay(Checkout seen, Viewer payer, OperationId operation) {
        if (team.roleOf(payer.memberId(), seen.profileId()).isPresent()) {
            throw new Refusal(Reason.OWN_CHECKOUT);
        }
        CheckoutChange change = new CheckoutChange.Pay(seen, payer.profileId());
        ledger.post(Posting.of(operation, transfer(seen, payer), change, announcement(seen, change)))
                .transferIdOrRefuse();
    }

    private Movement.Transfer transfer(Checkout seen, Viewer payer) {
        Asset asset = seen.amount().asset();
        return new Movement.Transfer(
                keys.newId(TransferRow.PREFIX),
                Kind.PAYMENT,
                accounts.open(payer.profileId(), asset),
                accounts.open(seen.profileId(), asset),
                seen.amount(),
                Details.by(payer.memberId(), seen.terms().description(), Visibility.PRIVATE));
    }

    private Announcements announcement(Checkout seen, CheckoutChange change) {
        return Announcements.of(new Announcement(
                seen.profileId(), EventType.CHECKOUT_PAID, seen.livemode(), draft -> jsons.write(change.after())));
    }
}
