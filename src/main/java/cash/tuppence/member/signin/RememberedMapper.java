package cash.tuppence.member.signin;

import cash.tuppence.member.Viewer;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code remembered_devices}. */
public interface RememberedMapper {
    void insert(@Param("device") NewRemembered device);

    /** Reads it and holds it until the transaction ends: of two requests with one token, one is the first. */
    Optional<RememberedRow> lock(@Param("selectorHash") byte[] selectorHash);

    /** The member, where they may come in. */
    Optional<Viewer> viewer(@Param("memberId") long memberId);

    /**
     * Gives it another token.
     *
     * @param previousHash the one that is good until the browser has shown that it got the other
     */
    int rotate(
            @Param("id") long id,
            @Param("tokenHash") byte[] tokenHash,
            @Param("previousHash") byte[] previousHash,
            @Param("sessionId") long sessionId,
            @Param("now") Instant now);

    int arrived(@Param("sessionId") long sessionId);

    int delete(@Param("id") long id);

    int deleteMadeBefore(@Param("time") Instant time);
}
