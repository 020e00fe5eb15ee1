package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Draft;
import java.util.Optional;

/**
 * What was paid by a button goes back, as much as the posting moves. It was sold all the same, and whether what was sold
 * came back to the shelf only the merchant knows: the stock is theirs to count up.
 */
public record ButtonRefund(long buttonId, Asset asset) implements ButtonChange {
    @Override
    public Optional<Reason> refusal(Standing now) {
        return Optional.empty();
    }

    @Override
    public Tally after(Tally now, Draft draft) {
        return now.less(draft.amount());
    }
}
