package cash.tuppence.web.limit;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code rate_limits}. */
public interface BucketMapper {
    Optional<BucketRow> byId(@Param("id") String id);

    /** Says 0 where it is there already. */
    int insert(@Param("id") String id, @Param("state") byte[] state, @Param("fullAt") Instant fullAt);

    /** Says 0 where somebody else changed it meanwhile. */
    int swap(
            @Param("id") String id,
            @Param("before") byte[] before,
            @Param("state") byte[] state,
            @Param("fullAt") Instant fullAt);

    int deleteFull(@Param("now") Instant now, @Param("most") int most);
}
