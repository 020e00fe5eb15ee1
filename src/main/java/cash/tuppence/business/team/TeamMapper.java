package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on teams, invitations to them and what became of them. */
public interface TeamMapper {
    List<TeamMember> members(@Param("profileId") long profileId);

    /** The same, locked until the transaction ends, so that of two owners who leave at once one stays. */
    List<Locked> lock(@Param("profileId") long profileId);

    void setRole(@Param("profileId") long profileId, @Param("memberId") long memberId, @Param("role") Role role);

    void remove(@Param("profileId") long profileId, @Param("memberId") long memberId);

    void insertInvitation(
            @Param("id") long id,
            @Param("profileId") long profileId,
            @Param("role") Role role,
            @Param("note") String note,
            @Param("tokenHash") byte[] tokenHash,
            @Param("sealedToken") byte[] sealedToken,
            @Param("madeBy") long madeBy,
            @Param("now") Instant now,
            @Param("expiresAt") Instant expiresAt);

    List<InvitationRow> invitations(@Param("profileId") long profileId, @Param("now") Instant now);

    Optional<InvitationRow> invitation(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

    /** Says how many it ended: none where it was used or withdrawn before. */
    int end(@Param("profileId") long profileId, @Param("id") long id, @Param("now") Instant now);

    List<ChangeRow> changes(@Param("profileId") long profileId, @Param("limit") int limit);

    /** A place in a team. */
    record Locked(long memberId, Role role) {}
}
