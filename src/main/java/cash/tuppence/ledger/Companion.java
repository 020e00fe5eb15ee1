package cash.tuppence.ledger;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that must become true together with a transfer: a checkout is paid, an event is written. It works on
 * the set of its postings in a batch, so that a batch costs one more lock and one more write a kind, not a posting.
 *
 * @param <A> what the postings carry for it
 */
public interface Companion<A extends Attachment> {
    Class<A> attachment();

    /** Starts on what the postings of one batch carry. A batch that is tried again starts anew. */
    Round<A> begin(List<A> attachments);

    /**
     * One batch's work, in this order: lock, read, then for each posting decide and, once all agree, take (or, where
     * anything refused it, refuse), then write.
     */
    interface Round<A> {
        /** One locking select, keys sorted, or empty. */
        default Optional<SqlText> lock() {
            return Optional.empty();
        }

        /** Reads what {@link #lock} selected. */
        default void read(ResultSet rows) throws SQLException {}

        /** Says why this may not be; looks only, changes nothing. */
        default Optional<Reason> decide(A attachment, Draft draft) {
            return Optional.empty();
        }

        /** Notes that the posting is accepted, so that the next one of the batch sees the new state. */
        void take(A attachment, Draft draft);

        /** Notes that the posting was decided against, here or elsewhere. */
        default void refuse(A attachment, Denial denial) {}

        /** One statement for all that was noted, or empty where nothing was. */
        Optional<SqlText> write();
    }
}
