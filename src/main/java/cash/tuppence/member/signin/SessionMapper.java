package cash.tuppence.member.signin;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code sessions}. */
public interface SessionMapper {
    Optional<SessionRow> byHash(@Param("idHash") byte[] idHash);

    void insert(@Param("idHash") byte[] idHash, @Param("memberId") long memberId, @Param("now") Instant now);

    int touch(@Param("idHash") byte[] idHash, @Param("now") Instant now);

    int delete(@Param("idHash") byte[] idHash);

    /** Ends what nobody used since then, and what is older than that. */
    int deleteOver(@Param("idleSince") Instant idleSince, @Param("startedBefore") Instant startedBefore);
}
