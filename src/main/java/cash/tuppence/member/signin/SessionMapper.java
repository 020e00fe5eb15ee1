package cash.tuppence.member.signin;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code sessions}. */
public interface SessionMapper {
    Optional<SessionRow> byHash(@Param("idHash") byte[] idHash);

    void insert(@Param("session") NewSession session);

    int touch(@Param("id") long id, @Param("now") Instant now);

    Optional<Instant> factorAt(@Param("id") long id);

    int prove(@Param("id") long id, @Param("now") Instant now);

    int delete(@Param("idHash") byte[] idHash);

    /** Forgets the remembered device of that session, where it has one, and ends the device's sessions with it. */
    int forgetDevice(@Param("idHash") byte[] idHash);

    /**
     * Ends all of a member's sessions but one.
     *
     * @param except no session's id where all are to end
     */
    int deleteOf(@Param("memberId") long memberId, @Param("except") long except);

    /** Forgets all remembered devices of a member, and ends their sessions with them, but that of one session. */
    int forgetDevicesOf(@Param("memberId") long memberId, @Param("except") long except);

    /** Ends what nobody used since then, and what is older than that. */
    int deleteOver(@Param("idleSince") Instant idleSince, @Param("startedBefore") Instant startedBefore);
}
