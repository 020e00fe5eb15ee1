package cash.tuppence.member.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code totp_apps} and {@code recovery_codes}, and what signing in asks of both and of passkeys. */
public interface FactorMapper {
    /** Who changes what a member shows waits for whoever does so already. */
    Optional<Long> lock(@Param("memberId") long memberId);

    boolean mayComeIn(@Param("memberId") long memberId);

    boolean hasAny(@Param("memberId") long memberId);

    Optional<TotpRow> app(@Param("memberId") long memberId);

    void insertApp(
            @Param("memberId") long memberId,
            @Param("secret") byte[] secret,
            @Param("lastStep") long lastStep,
            @Param("now") Instant now);

    /** Takes a half minute, once: whoever comes second changes no row. */
    int useStep(@Param("memberId") long memberId, @Param("step") long step);

    int deleteApp(@Param("memberId") long memberId);

    void insertCodes(@Param("memberId") long memberId, @Param("hashes") List<byte[]> hashes);

    int useCode(@Param("memberId") long memberId, @Param("hash") byte[] hash, @Param("now") Instant now);

    int codesLeft(@Param("memberId") long memberId);

    int deleteCodes(@Param("memberId") long memberId);
}
