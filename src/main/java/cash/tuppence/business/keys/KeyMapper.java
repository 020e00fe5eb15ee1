package cash.tuppence.business.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code api_keys}. */
public interface KeyMapper {
    /** Does nothing where there is one with that secret already. */
    void insert(
            @Param("key") ApiKey key,
            @Param("name") String name,
            @Param("secretHash") byte[] secretHash,
            @Param("hint") String hint,
            @Param("madeBy") long madeBy,
            @Param("madeAt") Instant madeAt);

    Optional<ApiKey> byHash(@Param("secretHash") byte[] secretHash);

    /** As {@link #lock}, by the key itself. */
    Optional<ApiKey> lockByHash(@Param("secretHash") byte[] secretHash, @Param("now") Instant now);

    /** Those that still let somebody in, newest first. */
    List<KeyRow> list(@Param("profileId") long profileId, @Param("now") Instant now);

    /** Locks it, where it still lets somebody in. */
    Optional<ApiKey> lock(@Param("profileId") long profileId, @Param("id") long id, @Param("now") Instant now);

    int revoke(@Param("profileId") long profileId, @Param("id") long id, @Param("now") Instant now);

    void end(@Param("id") long id, @Param("expiresAt") Instant expiresAt);

    String name(@Param("id") long id);

    void noteUse(@Param("id") long id, @Param("at") Instant at);
}
