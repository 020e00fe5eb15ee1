package cash.tuppence.member.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code regions}, and on who waits for one. */
public interface RegionMapper {
    List<RegionState> all();

    Optional<RegionState> find(@Param("code") String code);

    /** Does nothing where it is so already. */
    int set(@Param("code") String code, @Param("open") boolean open, @Param("reason") String reason);

    void insertChange(
            @Param("id") long id,
            @Param("code") String code,
            @Param("open") boolean open,
            @Param("reason") String reason,
            @Param("actorId") long actorId,
            @Param("now") Instant now);

    /** Does nothing for whoever waits already. */
    void insertWaiter(@Param("code") String code, @Param("email") String email, @Param("now") Instant now);

    /** Some of those whose region is open, locked; those that another node has are left out. */
    List<WaiterRow> lockTold(@Param("limit") int limit);

    void deleteWaiter(@Param("code") String code, @Param("email") String email);
}
