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
 * @param authorizationExpiresAt until when what is reserved may be captured; empty where nothing is
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
                next.state, next.sequence, amount, refunded, Optional.empty(), Optional.of(at), Optional.of(by));
    }

    Progress authorized(Payment by, Instant until) {
        Progress next = becoming(CheckoutState.AUTHORIZED);
        return new Progress(next.state, next.sequence, captured, refunded, Optional.of(until), paidAt, Optional.of(by));
    }

    /** Canceled or expired: nothing is reserved any more. */
    Progress ended(CheckoutState as) {
        Progress next = becoming(as);
        return new Progress(next.state, next.sequence, captured, refunded, Optional.empty(), paidAt, payment);
    }

    Progress refunded(Money amount) {
        Money total = refunded.plus(amount);
        Progress next = becoming(stepOfRefund(amount).to());
        return new Progress(next.state, next.sequence, captured, total, authorizationExpiresAt, paidAt, payment);
    }

    CheckoutStep stepOfRefund(Money amount) {
        return amount.equals(refundable()) ? CheckoutStep.REFUND_REST : CheckoutStep.REFUND_PART;
    }

    /** What the merchant received and did not give back yet. */
    public Money refundable() {
        return captured.minus(refunded);
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
