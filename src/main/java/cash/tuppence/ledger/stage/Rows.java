package cash.tuppence.ledger.stage;

import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.TransferState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The rows that a batch will write, gathered while it is decided. */
final class Rows {
    final List<NewTransfer> transfers = new ArrayList<>();
    final List<EndedHold> endedHolds = new ArrayList<>();
    final List<NewEntry> entries = new ArrayList<>();
    final List<NewHold> holds = new ArrayList<>();
    final List<NewOperation> operations = new ArrayList<>();

    record NewTransfer(
            PublicId id,
            Kind kind,
            TransferState state,
            String asset,
            long amount,
            long amountPosted,
            long debitAccount,
            OptionalLong creditAccount,
            Details details,
            Instant createdAt,
            Instant expiresAtOrNull,
            Instant finishedAtOrNull) {}

    record EndedHold(
            long transferId,
            TransferState state,
            long amountPosted,
            OptionalLong creditAccount,
            String reason,
            Instant finishedAt) {}

    record NewEntry(long id, long transferId, long accountId, long amount, long balanceAfter, Instant createdAt) {}

    record NewHold(long transferId, long debitAccount, long amount, Instant expiresAt) {}

    record NewOperation(OperationId id, KnownOperation decided, Instant decidedAt) {}
}
