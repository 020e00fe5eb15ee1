package cash.tuppence.member.api;

import java.time.Instant;
import java.util.List;
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

    /** So that of two that are made at once one counts the other. */
    long lockOwner(@Param("memberId") long memberId);

    /** How many let somebody in. */
    int count(@Param("memberId") long memberId, @Param("now") Instant now);

    /** Those that let somebody in, newest first. */
    List<AccessToken> list(@Param("memberId") long memberId, @Param("now") Instant now);

    void noteUse(@Param("id") long id, @Param("at") Instant at);

    /** One that is not revoked, locked until the transaction ends. */
    Optional<OwnedToken> lock(@Param("secretHash") byte[] secretHash);

    /** As above, where it is one of that member's. */
    Optional<OwnedToken> lockById(@Param("memberId") long memberId, @Param("id") long id);

    void revoke(@Param("id") long id, @Param("now") Instant now);

    long revision();

    void nextRevision();
}
