package cash.tuppence.checkout;

import cash.tuppence.business.Team;
import cash.tuppence.core.Futures;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.event.Announcement;
import cash.tuppence.wallet.event.Announcements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Moves the cash of checkouts: the movement, the checkout's new state and the event become true together. */
public final class Till {
    private final Ledger ledger;
    private final TillOrders orders;
    private final Team team;

    public Till(Ledger ledger, TillOrders orders, Team team) {
        this.ledger = ledger;
        this.orders = orders;
        this.team = team;
    }

    /**
     * Pays a checkout, or reserves the cash for it where the merchant captures later; once: whatever the operation, a
     * second payment finds it closed.
     *
     * @param operation the same one finds the first outcome again
     * @throws Refusal with {@link Reason#CHECKOUT_CLOSED} where it is too late, {@link Reason#OWN_CHECKOUT} where the
     *     payer works for the merchant (not in play money), or what the ledger says against it
     */
    public void pay(Checkout seen, Viewer payer, OperationId operation) {
        if (team.isKeptFromPaying(payer.memberId(), seen.profileId(), seen.livemode())) {
            throw new Refusal(Reason.OWN_CHECKOUT);
        }
        carryOut(orders.pay(seen, payer), operation);
    }

    /**
     * Does it, once for each operation, and waits for the outcome.
     *
     * @throws Refusal where it was decided against
     */
    public void carryOut(TillOrder order, OperationId operation) {
        Futures.await(submit(order, operation)).transferIdOrRefuse();
    }

    /** As {@link #carryOut}, without waiting. */
    public CompletableFuture<Outcome> submit(TillOrder order, OperationId operation, Attachment... more) {
        Checkout seen = order.change().seen();
        List<Attachment> attachments = new ArrayList<>(order.more());
        attachments.add(order.change());
        attachments.add(
                Announcements.of(new Announcement(seen.profileId(), order.event(), seen.livemode(), order.tells())));
        attachments.addAll(List.of(more));
        return ledger.submit(new Posting(operation, order.movement(), attachments));
    }
}
