package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.TransferState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One locked transfer that may still be posted or released, while a batch is decided. */
final class OpenHold {
    private final long transferId;
    private final long debitAccount;
    private final OptionalLong creditAccount;
    private final long amount;
    private final Instant expiresAt;
    private final Kind kind;
    private final boolean settling;
    private final LocalDate reservedOn;
    private TransferState state;

    private OpenHold(ResultSet row) throws SQLException {
        transferId = row.getLong(1);
        state = TransferState.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        kind = Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
        amount = row.getLong(4);
        debitAccount = row.getLong(5);
        long credit = row.getLong(6);
        creditAccount = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(credit);
        LocalDateTime expires = row.getObject(7, LocalDateTime.class);
        // A transfer that was never held has no such time, and can be neither posted nor released.
        expiresAt = Optional.ofNullable(expires).orElse(LocalDateTime.MIN).toInstant(ZoneOffset.UTC);
        settling = row.getBoolean(8);
        reservedOn = row.getObject(9, LocalDate.class);
    }

    OpenHold(Movement.Hold hold, LocalDate reservedOn) {
        transferId = hold.transferId();
        state = hold.creditAccount().isPresent() ? TransferState.HELD : TransferState.WAITING;
        kind = hold.kind();
        amount = hold.amount().units();
        debitAccount = hold.debitAccount();
        creditAccount = hold.creditAccount();
        expiresAt = hold.expiresAt();
        settling = false;
        this.reservedOn = reservedOn;
    }

    /** Reads a row of {@link BatchSql#lockTransfers}. */
    static OpenHold read(ResultSet row) throws SQLException {
        return new OpenHold(row);
    }

    long transferId() {
        return transferId;
    }

    Kind kind() {
        return kind;
    }

    long amount() {
        return amount;
    }

    /** The day (UTC) on which its amount was counted. */
    LocalDate reservedOn() {
        return reservedOn;
    }

    /** Whether it was made for someone who had yet to come. */
    boolean isForAnybody() {
        return creditAccount.isEmpty();
    }

    TransferState state() {
        return state;
    }

    /**
     * An expired hold is expired from its second on, whether or not the job has come by. One whose settlement was
     * ordered before does not expire: it only waits for a node that posts it.
     */
    boolean mayBecome(TransferState next, Instant at) {
        boolean expired = !settling && !expiresAt.isAfter(at);
        return switch (next) {
            case POSTED -> !expired && state.mayBecome(next);
            case EXPIRED -> expired && state.mayBecome(next);
            default -> state.mayBecome(next);
        };
    }

    void become(TransferState next) {
        state = next;
    }

    /** The caller read these from the same row, so another value is a defect and no refusal. */
    void requireSame(Movement movement) {
        if (movement.debitAccount() != debitAccount) {
            throw new IllegalArgumentException("transfer " + transferId + " is not held on that account");
        }
        if (movement instanceof Movement.Post post
                && creditAccount.isPresent()
                && creditAccount.getAsLong() != post.creditTo()) {
            throw new IllegalArgumentException("transfer " + transferId + " is held for another account");
        }
    }
}
