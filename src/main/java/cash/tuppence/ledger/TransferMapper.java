package cash.tuppence.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads {@code transfers}; they are written by the posting stage alone. */
public interface TransferMapper {
    /** By key alone: for callers that got the key from our own rows. */
    Optional<TransferRow> byId(@Param("id") long id);

    /** By keys alone, as {@link #byId}. */
    List<TransferRow> byIds(@Param("ids") Collection<Long> ids);

    /** What was decided under those operation ids, as far as anything was. */
    List<DecidedRow> decided(@Param("operations") Collection<byte[]> operations);

    /** What was accepted under that operation id. */
    Optional<TransferRow> byOperation(@Param("operation") byte[] operation);

    /** By public id: the nonce must match too. */
    Optional<TransferRow> byPublicId(@Param("id") long id, @Param("nonce") byte[] nonce);

    /** What passed through an account, newest first, before that entry (by key; {@link Long#MAX_VALUE} to start). */
    List<EntryRow> entriesOf(
            @Param("accountId") long accountId, @Param("beforeId") long beforeId, @Param("limit") int limit);
}
