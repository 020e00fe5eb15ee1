package cash.tuppence.wallet.invitation;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the invitation together with the hold that it leads to. */
public final class Offers implements Companion<Offer> {
    private static final String INSERT = "insert into invitations"
            + " (transfer_id, debit_account_id, token_hash, sealed_token, email, created_at) values ";

    @Override
    public Class<Offer> attachment() {
        return Offer.class;
    }

    @Override
    public Companion.Round<Offer> begin(List<Offer> attachments) {
        return new Round();
    }

    private record Taken(Offer offer, Draft draft) {}

    private static final class Round implements Companion.Round<Offer> {
        private final List<Taken> taken = new ArrayList<>();

        @Override
        public void take(Offer offer, Draft draft) {
            taken.add(new Taken(offer, draft));
        }

        @Override
        public Optional<SqlText> write() {
            return taken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SqlText.of(INSERT).rows(taken, Round::row));
        }

        private static void row(SqlText sql, Taken taken) {
            sql.value(taken.draft().transferId())
                    .comma()
                    .value(taken.draft().debit().id())
                    .comma()
                    .value(taken.offer().tokenHash())
                    .comma()
                    .value(taken.offer().sealedToken())
                    .comma()
                    .value(taken.offer().email())
                    .comma()
                    .value(taken.draft().at());
        }
    }
}
