package cash.tuppence.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads and writes when open holds are to be settled; nothing else of {@code holds}. */
public interface SettlementMapper {
    /** Locks in the order of the key, as the posting stage does. */
    List<Long> lockOpen(@Param("ids") Collection<Long> ids, @Param("now") Instant now);

    int order(@Param("ids") Collection<Long> ids, @Param("at") Instant at);

    List<DueSettlement> due(@Param("now") Instant now, @Param("limit") int limit);

    int putOff(@Param("id") long id, @Param("until") Instant until);

    int cancel(@Param("id") long id);
}
