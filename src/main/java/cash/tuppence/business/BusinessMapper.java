package cash.tuppence.business;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on teams, keys, origins and redirect secrets. */
public interface BusinessMapper {
    void join(
            @Param("profileId") long profileId,
            @Param("memberId") long memberId,
            @Param("role") Role role,
            @Param("joinedAt") Instant joinedAt);

    Optional<Role> roleOf(@Param("profileId") long profileId, @Param("memberId") long memberId);

    Optional<Standing> standing(@Param("profileId") long profileId, @Param("memberId") long memberId);

    List<Place> placesOf(@Param("memberId") long memberId);

    void insertBusiness(
            @Param("profileId") long profileId,
            @Param("about") NewBusiness business,
            @Param("madeBy") long madeBy,
            @Param("now") Instant now);

    void insertChange(
            @Param("id") long id,
            @Param("profileId") long profileId,
            @Param("change") TeamChange change,
            @Param("actorId") long actorId,
            @Param("memberId") long memberId,
            @Param("role") Role role,
            @Param("now") Instant now);

    /** Says whether it was not there yet: 1, or 0. */
    int insertOrigin(
            @Param("profileId") long profileId, @Param("origin") String origin, @Param("addedAt") Instant addedAt);

    /** Says whether it was there: 1, or 0. */
    int deleteOrigin(@Param("profileId") long profileId, @Param("origin") String origin);

    List<String> origins(@Param("profileId") long profileId);

    void putSecret(
            @Param("profileId") long profileId,
            @Param("livemode") boolean livemode,
            @Param("sealed") byte[] sealed,
            @Param("madeAt") Instant madeAt);

    Optional<SealedSecret> secret(@Param("profileId") long profileId, @Param("livemode") boolean livemode);
}
