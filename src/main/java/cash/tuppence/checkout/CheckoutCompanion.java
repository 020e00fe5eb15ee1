package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a checkout change together with the cash that pays for it. */
public final class CheckoutCompanion implements Companion<CheckoutChange> {
    @Override
    public Class<CheckoutChange> attachment() {
        return CheckoutChange.class;
    }

    @Override
    public Companion.Round<CheckoutChange> begin(List<CheckoutChange> changes) {
        return new Changes(changes);
    }

    private static final List<String> CHANGING = List.of(
            "state",
            "sequence",
            "amount_captured",
            "amount_refunded",
            "authorization_expires_at",
            "paid_at",
            "payer_id",
            "transfer_id");

    private static final String COLUMNS = "id, nonce, profile_id, livemode, asset, amount, capture, description,"
            + " return_url, created_at, expires_at, " + String.join(", ", CHANGING);

    private static final String CHANGES = CHANGING.stream()
            .map(column -> column + " = values(" + column + ")")
            .collect(Collectors.joining(", "));

    private static final class Changes implements Companion.Round<CheckoutChange> {
        private final TreeMap<Long, Asset> assets = new TreeMap<>();
        private final Map<Long, Progress> current = new HashMap<>();
        private final Map<Long, Checkout> changed = new LinkedHashMap<>();

        Changes(List<CheckoutChange> changes) {
            for (CheckoutChange change : changes) {
                assets.put(change.checkoutId(), change.seen().amount().asset());
            }
        }

        @Override
        public Optional<SqlText> lock() {
            return Optional.of(SqlText.of("select id, state, sequence, amount_captured, amount_refunded,"
                            + " authorization_expires_at, paid_at, payer_id, transfer_id from checkouts where id in ")
                    .in(assets.keySet())
                    .sql(" order by id for update"));
        }

        @Override
        public void read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                long id = rows.getLong("id");
                current.put(id, progress(rows, assets.get(id)));
            }
        }

        private static Progress progress(ResultSet row, Asset asset) throws SQLException {
            long payerId = row.getLong("payer_id");
            Optional<Payment> payment =
                    row.wasNull() ? Optional.empty() : Optional.of(new Payment(payerId, row.getLong("transfer_id")));
            return new Progress(
                    CheckoutState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getLong("sequence"),
                    Money.ofUnits(row.getLong("amount_captured"), asset),
                    Money.ofUnits(row.getLong("amount_refunded"), asset),
                    instant(row, "authorization_expires_at"),
                    instant(row, "paid_at"),
                    payment);
        }

        private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                    .map(utc -> utc.toInstant(ZoneOffset.UTC));
        }

        @Override
        public Optional<Reason> decide(CheckoutChange change, Draft draft) {
            return change.decide(current(change), draft);
        }

        @Override
        public void take(CheckoutChange change, Draft draft) {
            Checkout next = change.seen().with(change.apply(current(change), draft));
            current.put(change.checkoutId(), next.progress());
            changed.put(change.checkoutId(), next);
            change.becomes(next);
        }

        @Override
        public void refuse(CheckoutChange change, Denial denial) {
            change.isRefusedAs(current(change));
        }

        private Checkout current(CheckoutChange change) {
            return change.seen().with(current.get(change.checkoutId()));
        }

        @Override
        public Optional<SqlText> write() {
            return changed.isEmpty() ? Optional.empty() : Optional.of(update(changed.values()));
        }

        private static SqlText update(Collection<Checkout> checkouts) {
            return SqlText.of("insert into checkouts (" + COLUMNS + ") values ")
                    .rows(checkouts, Changes::row)
                    .sql(" on duplicate key update " + CHANGES);
        }

        private static void row(SqlText sql, Checkout checkout) {
            sql.value(checkout.id().key()).comma();
            whatNeverChanges(sql, checkout);
            Progress progress = checkout.progress();
            sql.value(progress.state()).comma().value(progress.sequence()).comma();
            sql.value(progress.captured().units()).comma();
            sql.value(progress.refunded().units()).comma();
            sql.value(progress.authorizationExpiresAt().orElse(null)).comma();
            sql.value(progress.paidAt().orElse(null)).comma();
            key(sql, progress.payment().map(Payment::payerId)).comma();
            key(sql, progress.payment().map(Payment::transferId));
        }

        /** As much of it as the table's checks look at before they find that there is nothing to insert. */
        private static void whatNeverChanges(SqlText sql, Checkout checkout) {
            sql.sql("'', 0, ").value(checkout.livemode()).comma();
            sql.value(checkout.terms().amount().asset().code()).comma();
            sql.value(checkout.terms().amount().units()).comma();
            sql.sql("'manual', '', '', '2000-01-01', '2000-01-02', ");
        }

        private static SqlText key(SqlText sql, Optional<Long> key) {
            return key.isPresent() ? sql.value(key.get()) : sql.sql("null");
        }
    }
}
