package cash.tuppence.member;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code members} and {@code regions}. */
public interface MemberMapper {
    boolean isRegionOpen(@Param("code") String code);

    Optional<CredentialsRow> credentials(@Param("email") String email);

    boolean isEmailConfirmed(@Param("memberId") long memberId);

    Optional<CredentialsRow> credentialsOfHandle(@Param("handle") String handle);

    Optional<String> email(@Param("memberId") long memberId);

    Optional<String> passwordHash(@Param("memberId") long memberId);

    /** Says 0 where it is not the expected one any more. */
    int replacePasswordHash(
            @Param("memberId") long memberId, @Param("expected") String expected, @Param("hash") String hash);

    Optional<Viewer> viewer(@Param("memberId") long memberId);

    void insert(
            @Param("id") long id,
            @Param("profileId") long profileId,
            @Param("member") NewMember member,
            @Param("termsVersion") String termsVersion,
            @Param("now") Instant now);

    /** Says whether they were none yet: 1, or 0. */
    int makeOperator(@Param("memberId") long memberId);
}
