package cash.tuppence.checkout;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes checkouts together with the cash that pays them. That each is made once, its posting's operation id sees to. */
public final class FreshCheckouts implements Companion<FreshCheckout> {
    @Override
    public Class<FreshCheckout> attachment() {
        return FreshCheckout.class;
    }

    @Override
    public Companion.Round<FreshCheckout> begin(List<FreshCheckout> attachments) {
        return new Round();
    }

    private static final class Round implements Companion.Round<FreshCheckout> {
        private final List<FreshCheckout> paid = new ArrayList<>();

        @Override
        public void take(FreshCheckout fresh, Draft draft) {
            fresh.paidBy(draft);
            paid.add(fresh);
        }

        @Override
        public Optional<SqlText> write() {
            return paid.isEmpty() ? Optional.empty() : Optional.of(insert(paid));
        }

        private static SqlText insert(List<FreshCheckout> paid) {
            return SqlText.of("insert into checkouts (id, nonce, profile_id, livemode, state, sequence, asset, amount,"
                            + " amount_captured, amount_refunded, capture, description, reference, items, metadata,"
                            + " return_url, cancel_url, created_at, expires_at, paid_at, payer_id, transfer_id,"
                            + " button_id) values ")
                    .rows(paid, FreshCheckouts.Round::values);
        }

        private static void values(SqlText sql, FreshCheckout fresh) {
            CheckoutRow row = CheckoutRow.of(fresh.after());
            sql.value(row.id()).comma().value(row.nonce()).comma();
            sql.value(row.profileId()).comma().value(row.livemode()).comma();
            sql.value(row.state()).comma().value(row.sequence()).comma();
            sql.value(row.asset()).comma().value(row.amount()).comma();
            sql.value(row.amountCaptured()).comma().value(row.amountRefunded()).comma();
            sql.value(row.capture()).comma();
            sql.value(row.description()).comma().value(row.reference()).comma();
            sql.value(row.itemsOrNull()).comma().value(row.metadataOrNull()).comma();
            sql.value(row.returnUrl()).comma().value(row.cancelUrlOrNull()).comma();
            sql.value(row.createdAt()).comma().value(row.expiresAt()).comma();
            sql.value(row.paidAtOrNull()).comma();
            sql.value(row.payerIdOrNull()).comma().value(row.transferIdOrNull()).comma();
            sql.value(fresh.buttonId());
        }
    }
}
