package cash.tuppence.member.api;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code access_tokens} and {@code revocations}. */
public interface AccessTokenMapper {
    Optional<AccessTokenRow> bySecret(@Param("secretHash") byte[] secretHash);

    /** Does nothing where there is one with that secret already. */
    void insert(
            @Param("id") long id,
            @Param("secretHash") byte[] secretHash,
            @Param("memberId") long memberId,
            @Param("name") String name,
            @Param("scopes") String scopes,
            @Param("now") Instant now,
            @Param("expiresAt") Instant expiresAtOrNull);

    int revoke(@Param("secretHash") byte[] secretHash, @Param("now") Instant now);

    long revision();

    void nextRevision();
}
