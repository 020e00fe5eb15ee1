package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import java.util.Optional;

/** What a posting does to a button. */
sealed interface ButtonChange extends Attachment permits ButtonSale, ButtonRefund {
    long buttonId();

    Asset asset();

    /** Says why it cannot be as the button stands. */
    Optional<Reason> refusal(Standing now);

    Tally after(Tally now, Draft draft);

    /** A button as its row says under its lock. */
    record Standing(ButtonState state, int revision, Tally tally) {
        Standing with(Tally next) {
            return new Standing(state, revision, next);
        }
    }
}
