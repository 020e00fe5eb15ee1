package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts a button's stock down and its takings up, or down again, together with the cash that pays or goes back. */
public final class ButtonCompanion implements Companion<ButtonChange> {
    private static final List<String> COLUMNS = List.of("id", "new_stock", "new_sold", "new_payments", "new_collected");

    @Override
    public Class<ButtonChange> attachment() {
        return ButtonChange.class;
    }

    @Override
    public Companion.Round<ButtonChange> begin(List<ButtonChange> changes) {
        return new Changes(changes);
    }

    private static final class Changes implements Companion.Round<ButtonChange> {
        private final TreeMap<Long, Asset> assets = new TreeMap<>();
        private final Map<Long, ButtonChange.Standing> current = new HashMap<>();
        private final Map<Long, Tally> changed = new LinkedHashMap<>();

        Changes(List<ButtonChange> changes) {
            changes.forEach(change -> assets.put(change.buttonId(), change.asset()));
        }

        @Override
        public Optional<SqlText> lock() {
            return Optional.of(
                    SqlText.of("select id, state, revision, stock, sold, payments, collected from buttons where id in ")
                            .in(assets.keySet())
                            .sql(" order by id for update"));
        }

        @Override
        public void read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                long id = rows.getLong("id");
                current.put(id, standing(rows, assets.get(id)));
            }
        }

        private static ButtonChange.Standing standing(ResultSet row, Asset asset) throws SQLException {
            long left = row.getLong("stock");
            Optional<Long> stock = row.wasNull() ? Optional.empty() : Optional.of(left);
            return new ButtonChange.Standing(
                    ButtonState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getInt("revision"),
                    new Tally(
                            stock,
                            row.getLong("sold"),
                            row.getLong("payments"),
                            Money.ofUnits(row.getLong("collected"), asset)));
        }

        @Override
        public Optional<Reason> decide(ButtonChange change, Draft draft) {
            return change.refusal(current.get(change.buttonId()));
        }

        @Override
        public void take(ButtonChange change, Draft draft) {
            ButtonChange.Standing now = current.get(change.buttonId());
            Tally after = change.after(now.tally(), draft);
            current.put(change.buttonId(), now.with(after));
            changed.put(change.buttonId(), after);
        }

        @Override
        public Optional<SqlText> write() {
            return changed.isEmpty() ? Optional.empty() : Optional.of(update());
        }

        private SqlText update() {
            return SqlText.of("update buttons join ")
                    .table("changed", COLUMNS, changed.entrySet(), Changes::values)
                    .sql(" using (id) set buttons.stock = changed.new_stock,"
                            + " buttons.sold = changed.new_sold,"
                            + " buttons.payments = changed.new_payments,"
                            + " buttons.collected = changed.new_collected");
        }

        private static void values(SqlText sql, Map.Entry<Long, Tally> row) {
            Tally tally = row.getValue();
            sql.value(row.getKey()).comma();
            tally.stock().ifPresentOrElse(sql::value, () -> sql.sql("null"));
            sql.comma().value(tally.sold()).comma().value(tally.payments()).comma();
            sql.value(tally.collected().units());
        }
    }
}
