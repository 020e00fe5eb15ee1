package cash.tuppence.wallet;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.DecidedRow;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferMapper;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Viewer;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Finds transfers for those who may see them. */
public final class Transfers {
    private final Transactions transactions;

    public Transfers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The transfer of a key that came from our own rows. */
    public TransferRow byKey(long key) {
        return transactions
                .read(session -> session.getMapper(TransferMapper.class).byId(key))
                .orElseThrow(() -> new IllegalStateException("no transfer " + key));
    }

    /** As {@link #byKey} of many, by key. */
    public Map<Long, TransferRow> byKeys(Collection<Long> keys) {
        return transactions.read(session -> byKeys(session, keys)).stream()
                .collect(Collectors.toMap(TransferRow::id, Function.identity()));
    }

    /** What was decided under those operation ids, as far as anything was. */
    public Map<OperationId, Outcome> decided(Collection<OperationId> operations) {
        Map<ByteBuffer, Outcome> decided = transactions
                .read(session -> session.getMapper(TransferMapper.class)
                        .decided(operations.stream().map(OperationId::bytes).toList()))
                .stream()
                .collect(Collectors.toMap(row -> ByteBuffer.wrap(row.id()), DecidedRow::outcome));
        return operations.stream()
                .filter(operation -> decided.containsKey(ByteBuffer.wrap(operation.bytes())))
                .collect(Collectors.toMap(
                        Function.identity(), operation -> decided.get(ByteBuffer.wrap(operation.bytes()))));
    }

    /** As the other, inside the caller's transaction. */
    public List<TransferRow> byKeys(SqlSession session, Collection<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : session.getMapper(TransferMapper.class).byIds(keys);
    }

    /** What was accepted under that operation id. */
    public Optional<TransferRow> byOperation(OperationId operation) {
        return transactions.read(
                session -> session.getMapper(TransferMapper.class).byOperation(operation.bytes()));
    }

    /**
     * @param id such as {@code tr_…}
     */
    public Optional<TransferRow> find(String id) {
        return PublicId.parse(TransferRow.PREFIX, id)
                .flatMap(publicId -> transactions.read(session ->
                        session.getMapper(TransferMapper.class).byPublicId(publicId.key(), publicId.nonce())));
    }

    /**
     * As {@link #find}, for one of its two sides.
     *
     * @throws Refusal where that profile is on neither: as if there were no such transfer
     */
    public TransferRow ofSide(String id, long profileId) {
        return find(id).filter(transfer -> isSide(transfer, profileId))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    /** Its two sides and whoever acted see it; everyone does once a public one has arrived. */
    public static boolean maySee(TransferRow transfer, Optional<Viewer> viewer) {
        boolean isOpenToAll = transfer.visibility() == Visibility.PUBLIC && transfer.state() == TransferState.POSTED;
        return isOpenToAll
                || viewer.filter(one -> isSide(transfer, one.profileId()) || transfer.actorId() == one.memberId())
                        .isPresent();
    }

    private static boolean isSide(TransferRow transfer, long profileId) {
        return transfer.debitOwnerId() == profileId
                || transfer.creditOwnerId().filter(owner -> owner == profileId).isPresent();
    }
}
