package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a checkout has come: all of it that ever changes.
 *
 * @param sequence grows with each change, so that stale news can be told from fresh
 * @param captured what the merchant received
 * @param refunded how much of that went back
 * @param payment empty until someone paid or authorized
 */
public record Progress(
        CheckoutState state,
        long sequence,
        Money captured,
        Money refunded,
        Optional<Instant> authorizationExpiresAt,
        Optional<Instant> paidAt,
        Optional<Payment> payment) {

    static Progress start(Asset asset) {
        Money nothing = Money.zero(asset);
        return new Progress(
                CheckoutState.OPEN, 1, nothing, nothing, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Progress paid(Money amount, Payment by, Instant at) {
        Progress next = becoming(CheckoutState.PAID);
        return new Progress(
                next.state, next.sequence, amount, refunded, authorizationExpiresAt, Optional.of(at), Optional.of(by));
    }

    /**
     * One change further.
     *
     * @throws IllegalStateException where no such edge exists; callers look with {@link CheckoutState#mayBecome} first
     */
    Progress becoming(CheckoutState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("what is " + state + " may not become " + next);
        }
        return new Progress(next, sequence + 1, captured, refunded, authorizationExpiresAt, paidAt, payment);
    }
}
