package cash.tuppence.checkout.button;

import cash.tuppence.core.PublicId;
import java.time.Instant;

/**
 * A merchant's stored offer, as it stood when it was read.
 *
 * @param profileId the business that is to be paid
 * @param livemode false for play money
 * @param revision grows with each change of what a payer consents to
 */
public record Button(
        PublicId id,
        long profileId,
        boolean livemode,
        ButtonState state,
        int revision,
        ButtonTerms terms,
        Tally tally,
        Instant createdAt) {

    public static final String PREFIX = "btn_";

    /** Its page, below our base URL. */
    public String path() {
        return "/pay/button/" + id.text();
    }

    public boolean isActive() {
        return state == ButtonState.ACTIVE;
    }

    public boolean isSoldOut() {
        return !tally.hasLeft(1);
    }

    /** How many one payer can buy at once, as stock stands. */
    public long mostAtOnce() {
        return tally.stock().map(left -> Math.min(left, terms.maxQuantity())).orElse((long) terms.maxQuantity());
    }

    /** As the merchant wants it from now on. */
    Button changedTo(ButtonWish wish) {
        int next = terms.asksTheSameAs(wish.terms()) ? revision : revision + 1;
        return new Button(
                id, profileId, livemode, wish.state(), next, wish.terms(), tally.withStock(wish.stock()), createdAt);
    }

    Button in(ButtonState next) {
        return new Button(id, profileId, livemode, next, revision, terms, tally, createdAt);
    }
}
