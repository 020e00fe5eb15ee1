package cash.tuppence.checkout;

import cash.tuppence.core.Futures;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writes down, and tells of, checkouts that nobody paid, or captured, in time. They count as expired from that moment
 * anyway; what was reserved goes back together with it.
 */
public final class ExpireCheckouts implements Job {
    private static final int MOST_AT_ONCE = 200;

    private final Checkouts checkouts;
    private final Till till;
    private final TillOrders orders;

    public ExpireCheckouts(Checkouts checkouts, Till till, TillOrders orders) {
        this.checkouts = checkouts;
        this.till = till;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "expire-checkouts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public boolean work() {
        boolean moreUnpaid = checkouts.expireUnpaid(MOST_AT_ONCE);
        boolean moreAuthorized = expireAuthorizations();
        return moreUnpaid || moreAuthorized;
    }

    /** Every node may do so at once, and the merchant capture meanwhile: the hold ends once. */
    private boolean expireAuthorizations() {
        List<Checkout> overdue = checkouts.overdueAuthorizations(MOST_AT_ONCE);
        List<CompletableFuture<Outcome>> outcomes = overdue.stream()
                .map(checkout -> till.submit(orders.expire(checkout), OperationId.random()))
                .toList();
        long ended = outcomes.stream()
                .map(Futures::await)
                .filter(Outcome.Accepted.class::isInstance)
                .count();
        return ended > 0 && overdue.size() == MOST_AT_ONCE;
    }
}
