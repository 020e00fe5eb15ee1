package cash.tuppence.wallet.invitation;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends the invitation together with its hold, and forgets its link. Whether the hold was still open the ledger decides
 * under its lock, so that of two who claim at once one gets it.
 */
public final class Endings implements Companion<Ending> {
    @Override
    public Class<Ending> attachment() {
        return Ending.class;
    }

    @Override
    public Companion.Round<Ending> begin(List<Ending> attachments) {
        return new Round();
    }

    private static final class Round implements Companion.Round<Ending> {
        private final List<Long> ended = new ArrayList<>();
        private Instant at = Instant.EPOCH;

        @Override
        public void take(Ending ending, Draft draft) {
            ended.add(draft.transferId());
            at = draft.at();
        }

        @Override
        public Optional<SqlText> write() {
            if (ended.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(SqlText.of("update invitations set sealed_token = null, mail = 'ended', ended_at = ")
                    .value(at)
                    .sql(" where ended_at is null and transfer_id in ")
                    .in(ended));
        }
    }
}
