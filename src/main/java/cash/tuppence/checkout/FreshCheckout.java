package cash.tuppence.checkout;

import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A checkout that comes to be by the very transfer that pays it: before its payer consents there is none, and afterwards
 * none that is unpaid.
 */
public final class FreshCheckout implements Attachment {
    private static final Duration TIME = Duration.ofHours(1);

    private final Checkout start;
    private final long payerId;
    private final long buttonId;
    private Optional<Checkout> after = Optional.empty();

    private FreshCheckout(Checkout start, long payerId, long buttonId) {
        this.start = start;
        this.payerId = payerId;
        this.buttonId = buttonId;
    }

    /**
     * @param id made before, so that a consent that is sent twice means the same checkout
     * @param profileId the business that is to be paid
     * @param payerId the payer's profile
     * @param buttonId what it was bought by
     */
    public static FreshCheckout of(
            PublicId id, long profileId, boolean livemode, Terms terms, Instant at, long payerId, long buttonId) {
        Progress nothing = Progress.start(terms.amount().asset());
        Checkout start = new Checkout(id, profileId, livemode, terms, at, at.plus(TIME), nothing);
        return new FreshCheckout(start, payerId, buttonId);
    }

    void paidBy(Draft draft) {
        Payment payment = new Payment(payerId, draft.transferId());
        after = Optional.of(start.with(start.progress().paid(draft.amount(), payment, draft.at())));
    }

    /**
     * The checkout, paid: what the event tells.
     *
     * @throws java.util.NoSuchElementException before it was
     */
    public Checkout after() {
        return after.orElseThrow();
    }

    /** As it would stand if its payer did not consent: nobody keeps it. */
    public Checkout declined() {
        return start.with(start.progress().becoming(CheckoutState.CANCELED));
    }

    long buttonId() {
        return buttonId;
    }
}
