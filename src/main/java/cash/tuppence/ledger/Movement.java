package cash.tuppence.ledger;

import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What a posting does with cash. Account ids are the ledger's; see {@link Accounts}. */
public sealed interface Movement {
    /** The transfer that it makes or ends: its key. */
    long transferId();

    /** The account that cash leaves, or is reserved on. */
    long debitAccount();

    /** The account that cash arrives on, where it is known. */
    OptionalLong creditAccount();

    /** Moves cash at once. */
    record Transfer(PublicId id, Kind kind, long debitAccount, long creditTo, Money amount, Details details)
            implements Movement {
        @Override
        public long transferId() {
            return id.key();
        }

        @Override
        public OptionalLong creditAccount() {
            return OptionalLong.of(creditTo);
        }
    }

    /** Reserves cash until {@code expiresAt}: for a known account, or for someone who has yet to come. */
    record Hold(
            PublicId id,
            Kind kind,
            long debitAccount,
            OptionalLong creditAccount,
            Money amount,
            Instant expiresAt,
            Details details)
            implements Movement {
        @Override
        public long transferId() {
            return id.key();
        }
    }

    /**
     * Moves what was held: all of it, or a part, the rest of which is released.
     *
     * @param creditTo the hold's own credit account, or the claimer's where the hold named none
     * @param amount empty for all
     */
    record Post(long transferId, long debitAccount, long creditTo, Optional<Money> amount, long actorId)
            implements Movement {
        @Override
        public OptionalLong creditAccount() {
            return OptionalLong.of(creditTo);
        }
    }

    /**
     * Ends a hold without moving cash.
     *
     * @param to voided, declined, retracted or expired
     * @param reason in the words of whoever ended it; may be empty
     */
    record Release(long transferId, long debitAccount, TransferState to, String reason, long actorId)
            implements Movement {
        @Override
        public OptionalLong creditAccount() {
            return OptionalLong.empty();
        }
    }
}
