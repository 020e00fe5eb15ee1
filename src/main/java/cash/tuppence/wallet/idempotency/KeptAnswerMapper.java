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

    /** Inserts a row without an answer, unless there is one; says how many it inserted. */
    int reserve(
            @Param("scope") byte[] scope, @Param("bodyHash") byte[] bodyHash, @Param("createdAt") Instant createdAt);

    /** Adds the answer where there is none yet; says how many rows that were. */
    int complete(@Param("scope") byte[] scope, @Param("status") int status, @Param("answer") byte[] answer);

    /** Deletes some of those that are older, and says how many. */
    int deleteBefore(@Param("before") Instant before, @Param("limit") int limit);
}
