package cash.tuppence.business.start;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** What arrived in a business's wallet. */
public interface TakingsMapper {
    /**
     * @param fromId the lowest key of an entry that counts
     */
    List<TakenRow> since(
            @Param("profileId") long profileId, @Param("asset") String asset, @Param("fromId") long fromId);

    /** Whether anything ever arrived. */
    boolean any(@Param("profileId") long profileId, @Param("asset") String asset);
}
