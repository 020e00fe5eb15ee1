package cash.tuppence.checkout;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import java.util.Optional;

/**
 * What a posting does to a checkout. It is decided by what the row says under its lock; {@link #seen} only lends what
 * never changes.
 */
public abstract class CheckoutChange implements Attachment {
    private final Checkout seen;
    private Optional<Checkout> after = Optional.empty();

    CheckoutChange(Checkout seen) {
        this.seen = seen;
    }

    /** Says why this may not be done to the checkout as it is now. */
    abstract Optional<Reason> refusal(Checkout current, Draft draft);

    /** How far the checkout comes by it. */
    abstract Progress apply(Checkout current, Draft draft);

    Checkout seen() {
        return seen;
    }

    long checkoutId() {
        return seen.id().key();
    }

    void becomes(Checkout next) {
        after = Optional.of(next);
    }

    /**
     * The checkout after the change: what the event tells. There is one once the change was taken.
     *
     * @throws java.util.NoSuchElementException before
     */
    Checkout after() {
        return after.orElseThrow();
    }

    /** A payer pays the whole amount at once. */
    static final class Pay extends CheckoutChange {
        private final long payerId;

        Pay(Checkout seen, long payerId) {
            super(seen);
            this.payerId = payerId;
        }

        @Override
        Optional<Reason> refusal(Checkout current, Draft draft) {
            if (!current.asOf(draft.at()).state().mayBecome(CheckoutState.PAID)) {
                return Optional.of(Reason.CHECKOUT_CLOSED);
            }
            return draft.amount().equals(current.amount()) ? Optional.empty() : Optional.of(Reason.INVALID);
        }

        @Override
        Progress apply(Checkout current, Draft draft) {
            return current.progress().paid(draft.amount(), new Payment(payerId, draft.transferId()), draft.at());
        }
    }
}
