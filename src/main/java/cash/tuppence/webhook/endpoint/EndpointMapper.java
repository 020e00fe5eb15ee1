package cash.tuppence.webhook.endpoint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads and writes {@code webhook_endpoints}. */
public interface EndpointMapper {
    void insert(EndpointRow row);

    /** Has whoever else makes endpoints for that profile wait until the transaction ends. */
    Long lockProfile(@Param("profileId") long profileId);

    /** What that form has made, if it was sent before. */
    Optional<EndpointRow> byForm(@Param("profileId") long profileId, @Param("form") byte[] form);

    void madeBy(@Param("id") long id, @Param("form") byte[] form);

    Optional<EndpointRow> byPublicId(
            @Param("profileId") long profileId, @Param("id") long id, @Param("nonce") byte[] nonce);

    /** As {@link #byPublicId}, locked until the transaction ends. */
    Optional<EndpointRow> lock(@Param("profileId") long profileId, @Param("id") long id, @Param("nonce") byte[] nonce);

    List<EndpointRow> byIds(@Param("ids") Collection<Long> ids);

    /** Newest first, before that key ({@link Long#MAX_VALUE} to start). */
    List<EndpointRow> ofProfile(
            @Param("profileId") long profileId,
            @Param("livemode") boolean livemode,
            @Param("beforeId") long beforeId,
            @Param("limit") int limit);

    List<EndpointRow> enabledOfProfiles(@Param("profileIds") Collection<Long> profileIds);

    /** Changes what a merchant may change, unless it is deleted. */
    int update(@Param("id") long id, @Param("url") String url, @Param("events") String events);

    int replaceSecret(
            @Param("id") long id,
            @Param("secret") byte[] secret,
            @Param("previous") byte[] previousOrNull,
            @Param("previousUntil") Instant previousUntilOrNull);

    /** Compare and set. Enabling forgets the failures. */
    int changeState(@Param("id") long id, @Param("from") EndpointState from, @Param("to") EndpointState to);

    /** These answered as they should. */
    void answered(@Param("ids") Collection<Long> ids);

    /** These did not. */
    void failed(@Param("ids") Collection<Long> ids, @Param("at") Instant at);

    /** Those of them that are called and have only failed since then, locked until the transaction ends. */
    List<Long> lockHopeless(@Param("ids") Collection<Long> ids, @Param("failingSince") Instant failingSince);
}
