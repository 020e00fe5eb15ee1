package cash.tuppence.outbox;

import cash.tuppence.db.SqlText;
import java.util.Collection;

/**
 * Who is listened to. Events of others are kept, for their owner to read, but handed to no listener: that costs as much
 * again as the transfer they tell of, and most people have no program that waits to be told.
 */
public interface Audience {
    /**
     * A query of those among the owners whose events somebody may want to hear: one column, each once.
     *
     * @param ownerIds at least one
     */
    SqlText heardOf(Collection<Long> ownerIds);
}
