package cash.tuppence.member.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code passkeys} and {@code used_challenges}. */
public interface PasskeyMapper {
    List<PasskeyRow> ofMember(@Param("memberId") long memberId);

    Optional<PasskeyRow> byCredentialId(@Param("credentialId") byte[] credentialId);

    void insert(@Param("passkey") PasskeyRow passkey);

    int use(@Param("id") long id, @Param("signCount") long signCount, @Param("now") Instant now);

    int rename(
            @Param("memberId") long memberId, @Param("credentialId") byte[] credentialId, @Param("name") String name);

    int delete(@Param("memberId") long memberId, @Param("credentialId") byte[] credentialId);

    /** Zero where it was used before. */
    int useChallenge(@Param("hash") byte[] hash, @Param("now") Instant now);

    int deleteChallenges(@Param("usedBefore") Instant usedBefore);
}
