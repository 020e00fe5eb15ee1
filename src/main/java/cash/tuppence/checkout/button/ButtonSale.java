package cash.tuppence.checkout.button;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import java.util.Optional;

/**
 * What a posting does to a button: it is sold at the terms that its payer saw, or not at all.
 *
 * @param seen lends what never changes
 * @param revision that the payer consented to
 */
record ButtonSale(Button seen, int revision, long quantity) implements Attachment {
    long buttonId() {
        return seen.id().key();
    }

    /** A button as its row says under its lock. */
    record Standing(ButtonState state, int revision, Tally tally) {}

    /** Says why it cannot be sold as it stands. */
    Optional<Reason> refusal(Standing now) {
        if (now.state() != ButtonState.ACTIVE) {
            return Optional.of(Reason.BUTTON_RETIRED);
        }
        if (now.revision() != revision) {
            return Optional.of(Reason.OFFER_CHANGED);
        }
        return now.tally().hasLeft(quantity) ? Optional.empty() : Optional.of(Reason.SOLD_OUT);
    }

    Standing after(Standing now, Draft draft) {
        return new Standing(now.state(), now.revision(), now.tally().with(quantity, draft.amount()));
    }
}
