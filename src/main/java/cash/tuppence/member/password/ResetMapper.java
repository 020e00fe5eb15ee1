package cash.tuppence.member.password;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code reset_requests}, and on what a member's password is set by. */
public interface ResetMapper {
    void insert(@Param("id") long id, @Param("email") String email, @Param("now") Instant now);

    /** The oldest that no other node is at. */
    List<ResetRequest> claim(@Param("limit") int limit);

    void delete(@Param("id") long id);

    /** Whoever signs in with that address, where they may come in at all. */
    Optional<ResetCandidate> candidate(@Param("email") String email);

    void setPasswordHash(@Param("memberId") long memberId, @Param("hash") String hash);
}
