package cash.tuppence.ledger.stage;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Guard;
import cash.tuppence.ledger.Posting;
import java.util.List;
import java.util.Optional;

/** A frozen account starts nothing new. What arrives, and what was authorised before, still goes through. */
public final class FreezeGuard implements Guard {
    @Override
    public Round begin(List<Posting> postings) {
        return draft ->
                draft.isNewOutgoing() && draft.debit().frozen() ? Optional.of(Reason.ACCOUNT_FROZEN) : Optional.empty();
    }
}
