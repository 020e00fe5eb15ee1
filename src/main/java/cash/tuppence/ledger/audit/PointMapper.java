package cash.tuppence.ledger.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads and writes the verified point and what the last audits found. */
interface PointMapper {
    /** The key below which all entries are in the verified sums; empty until a whole audit has passed. */
    Optional<Long> point();

    /**
     * How long ago the oldest transaction began that has written or locked anything; 0 where there is none. Empty where
     * the database's list is too old to show the caller's own, which must have begun. Needs the privilege PROCESS.
     */
    Optional<Long> secondsOfOldestWriter();

    /** Moves the next audit on where it is due, and says whether it was: 1, or 0. */
    int claim(@Param("now") Instant now, @Param("dueAt") Instant dueAt);

    void setDue(@Param("dueAt") Instant dueAt);

    /** Moves the point where it still stands at that key, and says whether it did: 1, or 0. */
    int move(@Param("from") long from, @Param("to") long to, @Param("now") Instant now);

    void set(@Param("to") long to, @Param("now") Instant now);

    void forgetBalances();

    /** Adds the entries of that range to the verified sums of those accounts. */
    void addUp(@Param("accounts") KeyRange accounts, @Param("range") KeyRange range);

    void keep(AuditResult result);

    List<AuditResult> results();
}
