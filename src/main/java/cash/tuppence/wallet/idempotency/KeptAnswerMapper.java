package cash.tuppence.wallet.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code idempotency_records}. */
public interface KeptAnswerMapper {
    Optional<KeptAnswerRow> find(@Param("scope") byte[] scope);

    void insert(
            @Param("scope") byte[] scope,
            @Param("bodyHash") byte[] bodyHash,
            @Param("status") int status,
            @Param("answer") byte[] answer,
            @Param("sealed") boolean sealed,
            @Param("createdAt") Instant createdAt);

    /** Deletes some of those that are older, and says how many. */
    int deleteBefore(@Param("before") Instant before, @Param("limit") int limit);
}
