package cash.tuppence.business.card;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
}
