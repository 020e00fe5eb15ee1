package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.member.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a payer was shown, and the id of the checkout that comes of it if they consent.
 *
 * @param button its public id
 * @param revision of the button: it stands for the price and the description as shown
 * @param price of one, or the least
 * @param viewer the member it was shown to; 0 for a visitor
 */
record Offer(
        PublicId checkout,
        String button,
        int revision,
        Money price,
        boolean livemode,
        long viewer,
        Instant shownAt,
        String reference) {
    static final Duration TIME = Duration.ofHours(1);

    static Offer of(PublicId checkout, Button button, Optional<Viewer> viewer, Instant now, String reference) {
        return new Offer(
                checkout,
                button.id().text(),
                button.revision(),
                button.terms().price(),
                button.livemode(),
                memberOf(viewer),
                now,
                reference);
    }

    /** Whether it was made of this button, for this member and this reference. */
    boolean isFor(Button offered, Viewer payer, String sentReference) {
        return button.equals(offered.id().text())
                && livemode == offered.livemode()
                && viewer == payer.memberId()
                && reference.equals(sentReference);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(shownAt.plus(TIME));
    }

    private static long memberOf(Optional<Viewer> viewer) {
        return viewer.map(Viewer::memberId).orElse(0L);
    }
}
