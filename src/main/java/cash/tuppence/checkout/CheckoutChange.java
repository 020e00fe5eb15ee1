package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Movement;
import java.time.Instant;
import java.util.Optional;

/**
 * What a posting does to a checkout. It is decided by what the row says under its lock; {@link #seen} only lends what
 * never changes.
 */
public abstract class CheckoutChange implements Attachment {
    private final Checkout seen;
    private Optional<Checkout> after = Optional.empty();
    private Optional<Checkout> standing = Optional.empty();

    CheckoutChange(Checkout seen) {
        this.seen = seen;
    }

    /** The merchant gives cash back. */
    public static CheckoutChange giveBack(Checkout seen) {
        return new GiveBack(seen);
    }

    /** Which step it would be for the checkout as it is now. */
    abstract CheckoutStep step(Checkout current, Draft draft);

    /** Says what else is against it where the step itself may be taken. */
    abstract Optional<Reason> refusal(Checkout current, Draft draft);

    /** How far the checkout comes by it. */
    abstract Progress apply(Checkout current, Draft draft);

    /** Why it is refused where the checkout's state does not allow the step. */
    Reason tooLate() {
        return Reason.STATE_CONFLICT;
    }

    /** Where its time is over the step may still be the one that says so. */
    Checkout asOf(Checkout current, Instant now) {
        return current.asOf(now);
    }

    final Optional<Reason> decide(Checkout current, Draft draft) {
        boolean allowed =
                step(current, draft).mayFollow(asOf(current, draft.at()).state());
        return allowed ? refusal(current, draft) : Optional.of(tooLate());
    }

    public Checkout seen() {
        return seen;
    }

    long checkoutId() {
        return seen.id().key();
    }

    void becomes(Checkout next) {
        after = Optional.of(next);
    }

    void isRefusedAs(Checkout current) {
        standing = Optional.of(current);
    }

    /**
     * The checkout after the change: what the event tells. There is one once the change was taken.
     *
     * @throws java.util.NoSuchElementException before
     */
    public Checkout after() {
        return after.orElseThrow();
    }

    /** The checkout as it stood when the change was decided against. */
    public Optional<Checkout> standing() {
        return standing;
    }

    /** A payer gives the whole amount. */
    private abstract static class ByPayer extends CheckoutChange {
        private final long payerId;

        ByPayer(Checkout seen, long payerId) {
            super(seen);
            this.payerId = payerId;
        }

        @Override
        Reason tooLate() {
            return Reason.CHECKOUT_CLOSED;
        }

        @Override
        Optional<Reason> refusal(Checkout current, Draft draft) {
            return draft.amount().equals(current.amount()) ? Optional.empty() : Optional.of(Reason.INVALID);
        }

        Payment payment(Draft draft) {
            return new Payment(payerId, draft.transferId());
        }
    }

    /** A payer pays at once. */
    static final class Pay extends ByPayer {
        Pay(Checkout seen, long payerId) {
            super(seen, payerId);
        }

        @Override
        CheckoutStep step(Checkout current, Draft draft) {
            return CheckoutStep.PAY;
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            return current.progress().paid(draft.amount(), payment(draft), draft.at());
        }
    }

    /** A payer's cash is reserved until the hold's end. */
    static final class Authorize extends ByPayer {
        Authorize(Checkout seen, long payerId) {
            super(seen, payerId);
        }

        @Override
        CheckoutStep step(Checkout current, Draft draft) {
            return CheckoutStep.AUTHORIZE;
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            Movement.Hold hold = (Movement.Hold) draft.posting().movement();
            return current.progress().authorized(payment(draft), hold.expiresAt());
        }
    }

    /** The merchant takes what the hold's posting moves. */
    static final class TakeReserved extends CheckoutChange {
        TakeReserved(Checkout seen) {
            super(seen);
        }

        @Override
        CheckoutStep step(Checkout current, Draft draft) {
            return CheckoutStep.CAPTURE;
        }

        @Override
        Optional<Reason> refusal(Checkout current, Draft draft) {
            return Optional.empty();
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            Payment payment = current.payment().orElseThrow();
            return current.progress().paid(draft.amount(), payment, draft.at());
        }
    }

    /** What was reserved goes back: the merchant cancels, or the time is over. */
    static final class GiveUp extends CheckoutChange {
        private final CheckoutStep step;

        GiveUp(Checkout seen, CheckoutStep step) {
            super(seen);
            this.step = step;
        }

        @Override
        CheckoutStep step(Checkout current, Draft draft) {
            return step;
        }

        @Override
        Checkout asOf(Checkout current, Instant now) {
            return current;
        }

        /** A hold ends at its time to the microsecond, which the ledger looks at; so does this. */
        @Override
        Optional<Reason> refusal(Checkout current, Draft draft) {
            boolean fits = current.isOver(draft.at()) == (step == CheckoutStep.EXPIRE);
            return fits ? Optional.empty() : Optional.of(Reason.STATE_CONFLICT);
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            return current.progress().ended(step.to());
        }
    }

    /** The merchant gives back what the posting moves. */
    static final class GiveBack extends CheckoutChange {
        GiveBack(Checkout seen) {
            super(seen);
        }

        @Override
        CheckoutStep step(Checkout current, Draft draft) {
            return current.progress().stepOfRefund(draft.amount());
        }

        @Override
        Optional<Reason> refusal(Checkout current, Draft draft) {
            boolean covered = draft.amount().compareTo(left(current)) <= 0;
            return covered ? Optional.empty() : Optional.of(Reason.REFUND_TOO_LARGE);
        }

        private static Money left(Checkout current) {
            return current.progress().refundable();
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            return current.progress().refunded(draft.amount());
        }
    }
}
