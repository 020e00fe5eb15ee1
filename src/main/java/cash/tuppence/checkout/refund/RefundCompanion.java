package cash.tuppence.checkout.refund;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes refunds together with the cash that goes back. Whether it may is decided with the checkout's own change. */
public final class RefundCompanion implements Companion<NewRefund> {
    private static final String INSERT = "insert into refunds (id, nonce, checkout_id, profile_id, livemode, asset,"
            + " amount, reason, sequence, payment_id, transfer_id, actor_id, created_at) values ";

    @Override
    public Class<NewRefund> attachment() {
        return NewRefund.class;
    }

    @Override
    public Companion.Round<NewRefund> begin(List<NewRefund> attachments) {
        return new Round();
    }

    private record Taken(NewRefund refund, Checkout checkout, Draft draft) {}

    private static final class Round implements Companion.Round<NewRefund> {
        private final List<Taken> taken = new ArrayList<>();

        @Override
        public void take(NewRefund refund, Draft draft) {
            taken.add(new Taken(refund, refund.change().after(), draft));
        }

        @Override
        public Optional<SqlText> write() {
            return taken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SqlText.of(INSERT).rows(taken, Round::row));
        }

        private static void row(SqlText sql, Taken one) {
            Checkout checkout = one.checkout();
            sql.value(one.refund().id().key()).comma();
            sql.value(one.refund().id().nonce()).comma();
            sql.value(checkout.id().key()).comma().value(checkout.profileId()).comma();
            sql.value(checkout.livemode()).comma();
            sql.value(one.draft().amount().asset().code()).comma();
            sql.value(one.draft().amount().units()).comma();
            sql.value(one.refund().reason()).comma();
            sql.value(checkout.progress().sequence()).comma();
            sql.value(checkout.payment().orElseThrow().transferId()).comma();
            sql.value(one.draft().transferId()).comma();
            sql.value(one.refund().actorId()).comma().value(one.draft().at());
        }
    }
}
