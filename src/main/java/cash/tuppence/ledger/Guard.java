package cash.tuppence.ledger;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A rule that every posting must pass, such as a freeze or a limit. It works on the whole batch at once. */
public interface Guard {
    /** Starts on the postings of one batch. A batch that is tried again starts anew. */
    Round begin(List<Posting> postings);

    /** One batch's work, in this order: lock, read, then for each posting decide and, once all agree, take. */
    interface Round {
        /** One locking select, keys sorted, or empty where this rule needs no rows beside the accounts. */
        default Optional<SqlText> lock() {
            return Optional.empty();
        }

        /** Reads what {@link #lock} selected. */
        default void read(ResultSet rows) throws SQLException {}

        /** Says why this posting may not be; looks only, changes nothing. */
        Optional<Reason> decide(Draft draft);

        /** Notes that the posting is accepted, so that the next one of the batch is judged by what is true then. */
        default void take(Draft draft) {}
    }
}
