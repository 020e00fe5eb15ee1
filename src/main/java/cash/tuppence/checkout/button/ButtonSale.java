package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Draft;
import java.util.Optional;

/**
 * A button is sold at the terms that its payer saw, or not at all.
 *
 * @param seen lends what never changes
 * @param revision that the payer consented to
 */
record ButtonSale(Button seen, int revision, long quantity) implements ButtonChange {
    @Override
    public long buttonId() {
        return seen.id().key();
    }

    @Override
    public Asset asset() {
        return seen.terms().asset();
    }

    @Override
    public Optional<Reason> refusal(Standing now) {
        if (now.state() != ButtonState.ACTIVE) {
            return Optional.of(Reason.BUTTON_RETIRED);
        }
        if (now.revision() != revision) {
            return Optional.of(Reason.OFFER_CHANGED);
        }
        return now.tally().hasLeft(quantity) ? Optional.empty() : Optional.of(Reason.SOLD_OUT);
    }

    @Override
    public Tally after(Tally now, Draft draft) {
        return now.with(quantity, draft.amount());
    }
}
