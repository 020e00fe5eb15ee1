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

/** Counts a button's stock down, and its takings up, together with the cash that pays for it. */
public final class ButtonCompanion implements Companion<ButtonSale> {
    private static final List<String> COLUMNS = List.of("id", "new_stock", "new_sold", "new_payments", "new_collected");

    @Override
    public Class<ButtonSale> attachment() {
        return ButtonSale.class;
    }

    @Override
    public Companion.Round<ButtonSale> begin(List<ButtonSale> sales) {
        return new Sales(sales);
    }

    private static final class Sales implements Companion.Round<ButtonSale> {
        private final TreeMap<Long, Asset> assets = new TreeMap<>();
        private final Map<Long, ButtonSale.Standing> current = new HashMap<>();
        private final Map<Long, Tally> changed = new LinkedHashMap<>();

        Sales(List<ButtonSale> sales) {
            sales.forEach(
                    sale -> assets.put(sale.buttonId(), sale.seen().terms().asset()));
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

        private static ButtonSale.Standing standing(ResultSet row, Asset asset) throws SQLException {
            long left = row.getLong("stock");
            Optional<Long> stock = row.wasNull() ? Optional.empty() : Optional.of(left);
            return new ButtonSale.Standing(
                    ButtonState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getInt("revision"),
                    new Tally(
                            stock,
                            row.getLong("sold"),
                            row.getLong("payments"),
                            Money.ofUnits(row.getLong("collected"), asset)));
        }

        @Override
        public Optional<Reason> decide(ButtonSale sale, Draft draft) {
            return sale.refusal(current.get(sale.buttonId()));
        }

        @Override
        public void take(ButtonSale sale, Draft draft) {
            ButtonSale.Standing after = sale.after(current.get(sale.buttonId()), draft);
            current.put(sale.buttonId(), after);
            changed.put(sale.buttonId(), after.tally());
        }

        @Override
        public Optional<SqlText> write() {
            return changed.isEmpty() ? Optional.empty() : Optional.of(update());
        }

        private SqlText update() {
            return SqlText.of("update buttons join ")
                    .table("changed", COLUMNS, changed.entrySet(), Sales::values)
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
