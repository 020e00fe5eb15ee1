package cash.tuppence.wallet.listing;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes a hold for the lists of its two sides; entries it has none. */
public final class ListHolds implements Companion<Waiting> {
    private static final String INSERT = "insert into unposted_transfers (transfer_id, account_id) values ";

    @Override
    public Class<Waiting> attachment() {
        return Waiting.class;
    }

    @Override
    public Companion.Round<Waiting> begin(List<Waiting> attachments) {
        return new Round();
    }

    private record Side(long transferId, long accountId) {}

    private static final class Round implements Companion.Round<Waiting> {
        private final List<Side> sides = new ArrayList<>();

        @Override
        public void take(Waiting waiting, Draft draft) {
            sides.add(new Side(draft.transferId(), draft.debit().id()));
            draft.posting()
                    .movement()
                    .creditAccount()
                    .ifPresent(credit -> sides.add(new Side(draft.transferId(), credit)));
        }

        @Override
        public Optional<SqlText> write() {
            return sides.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SqlText.of(INSERT).rows(sides, Round::row));
        }

        private static void row(SqlText sql, Side side) {
            sql.value(side.transferId()).comma().value(side.accountId());
        }
    }
}
