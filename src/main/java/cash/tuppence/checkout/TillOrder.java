package cash.tuppence.checkout;

import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Movement;
import cash.tuppence.outbox.EventType;
import java.util.List;
import java.util.function.Function;

/**
 * What is to become of a checkout and of its cash, together.
 *
 * @param more what else becomes true with it
 * @param tells JSON of what it makes, once it is decided: the event's, and the answer's to the call that asked for it
 */
public record TillOrder(
        EventType event,
        Movement movement,
        CheckoutChange change,
        List<Attachment> more,
        Function<Draft, String> tells) {
    public TillOrder {
        more = List.copyOf(more);
    }
}
