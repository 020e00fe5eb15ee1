package cash.tuppence.member.link;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code one_time_links}. */
public interface LinkMapper {
    void insert(@Param("tokenHash") byte[] tokenHash, @Param("link") OneTimeLink link);

    Optional<OneTimeLink> find(
            @Param("tokenHash") byte[] tokenHash, @Param("purpose") LinkPurpose purpose, @Param("now") Instant now);

    int delete(@Param("tokenHash") byte[] tokenHash);

    void deleteOf(@Param("memberId") long memberId, @Param("purpose") LinkPurpose purpose);

    void deleteSince(@Param("memberId") long memberId, @Param("madeAt") Instant madeAt);

    int deleteOver(@Param("now") Instant now);
}
