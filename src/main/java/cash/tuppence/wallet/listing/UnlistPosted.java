package cash.tuppence.wallet.listing;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.wallet.invitation.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A hold that is posted has entries from then on, and is listed by them. */
public final class UnlistPosted implements Companion<Ending> {
    @Override
    public Class<Ending> attachment() {
        return Ending.class;
    }

    @Override
    public Companion.Round<Ending> begin(List<Ending> attachments) {
        return new Round();
    }

    private static final class Round implements Companion.Round<Ending> {
        private final List<Long> posted = new ArrayList<>();

        @Override
        public void take(Ending ending, Draft draft) {
            if (draft.becomes() == TransferState.POSTED) {
                posted.add(draft.transferId());
            }
        }

        @Override
        public Optional<SqlText> write() {
            return posted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SqlText.of("delete from unposted_transfers where transfer_id in ")
                            .in(posted));
        }
    }
}
