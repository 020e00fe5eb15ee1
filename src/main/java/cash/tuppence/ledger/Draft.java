package cash.tuppence.ledger;

import cash.tuppence.core.Money;
import java.time.Instant;

/**
 * A posting as guards and companions see it when it is decided, under all locks.
 *
 * @param debit as it stands after the postings before it in the batch
 * @param amount what moves or is reserved; for a release, what is given back
 * @param at the one time of this decision
 */
public record Draft(Posting posting, Account debit, Money amount, TransferState becomes, Instant at) {
    public long transferId() {
        return posting.movement().transferId();
    }

    /** Whether this takes cash out of what was available, as a new transfer or hold does. */
    public boolean isNewOutgoing() {
        return posting.movement() instanceof Movement.Transfer || posting.movement() instanceof Movement.Hold;
    }
}
