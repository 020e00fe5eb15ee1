package cash.tuppence.business.card;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code businesses} and {@code pictures}. */
public interface CardMapper {
    List<CardRow> cards(@Param("profileIds") Collection<Long> profileIds);

    void update(
            @Param("profileId") long profileId,
            @Param("address") String address,
            @Param("contactEmail") String contactEmail,
            @Param("color") String color,
            @Param("now") Instant now);

    void putPicture(
            @Param("profileId") long profileId,
            @Param("version") byte[] version,
            @Param("png") byte[] png,
            @Param("now") Instant now);

    void deletePicture(@Param("profileId") long profileId);

    Optional<MarkRow> picture(@Param("handle") String handle);
}
