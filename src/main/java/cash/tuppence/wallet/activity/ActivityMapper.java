package cash.tuppence.wallet.activity;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads what passed through accounts, and what still waits or came back. */
public interface ActivityMapper {
    /** Newest first, before that position. */
    List<ActivityRow> list(
            @Param("accountIds") List<Long> accountIds,
            @Param("search") Search search,
            @Param("before") long before,
            @Param("limit") int limit);

    /** The public ones among the latest so many of an account, newest first. */
    List<ActivityRow> listPublic(
            @Param("accountId") long accountId, @Param("latest") int latest, @Param("limit") int limit);

    /** A filter as SQL takes it: what is null, or false, does not filter. */
    record Search(Instant from, Instant until, String like, boolean onlyIn, boolean onlyOut) {}
}
