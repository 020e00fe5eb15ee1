package cash.tuppence.member.picture;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code pictures}. */
public interface PictureMapper {
    Optional<VersionRow> version(@Param("profileId") long profileId);

    Optional<PictureRow> byProfile(@Param("profileId") long profileId);

    /** That of an active profile. */
    Optional<PictureRow> byHandle(@Param("handle") String handle);

    void put(
            @Param("profileId") long profileId,
            @Param("version") byte[] version,
            @Param("png") byte[] png,
            @Param("now") Instant now);

    void delete(@Param("profileId") long profileId);
}
