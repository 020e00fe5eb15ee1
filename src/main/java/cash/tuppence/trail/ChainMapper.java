package cash.tuppence.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads the chain for its check, and keeps how far it was verified. */
interface ChainMapper {
    Optional<Link> head();

    Optional<Link> point();

    /** The row with that number, where there is one. */
    Optional<Link> link(@Param("seq") long seq);

    /** The next rows behind that number, in the order of the chain. */
    List<TrailRow> after(@Param("seq") long seq, @Param("limit") int limit);

    /** Moves the next check on where it is due, and says whether it was: 1, or 0. */
    int claim(@Param("now") Instant now, @Param("dueAt") Instant dueAt);

    /** When the chain was last verified from its first row on. */
    Optional<Instant> wholeAt();

    /** How many the last check found. */
    int faults();

    void carry(@Param("link") Link link, @Param("now") Instant now, @Param("whole") boolean whole);

    void keep(@Param("faults") int faults, @Param("report") String report);
}
