package cash.tuppence.testing;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A companion for things of which each can be sold once, as a checkout is paid once. */
public final class Tickets implements Companion<Tickets.Ticket> {
    public static final String TABLE = "create table tickets (id bigint primary key, transfer_id bigint null)";

    public record Ticket(long id) implements Attachment {}

    @Override
    public Class<Ticket> attachment() {
        return Ticket.class;
    }

    @Override
    public Round<Ticket> begin(List<Ticket> tickets) {
        return new Sale(tickets);
    }

    /** One batch's sales. */
    private static final class Sale implements Round<Ticket> {
        private final TreeSet<Long> wanted = new TreeSet<>();
        private final Map<Long, Boolean> free = new HashMap<>();
        private final Map<Long, Long> sold = new TreeMap<>();

        Sale(List<Ticket> tickets) {
            tickets.forEach(ticket -> wanted.add(ticket.id()));
        }

        @Override
        public Optional<SqlText> lock() {
            return Optional.of(SqlText.of("select id, transfer_id is null from tickets where id in ")
                    .in(wanted)
                    .sql(" order by id for update"));
        }

        @Override
        public void read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                free.put(rows.getLong(1), rows.getBoolean(2));
            }
        }

        @Override
        public Optional<Reason> decide(Ticket ticket, Draft draft) {
            return free.get(ticket.id()) ? Optional.empty() : Optional.of(Reason.STATE_CONFLICT);
        }

        @Override
        public void take(Ticket ticket, Draft draft) {
            free.put(ticket.id(), false);
            sold.put(ticket.id(), draft.transferId());
        }

        @Override
        public Optional<SqlText> write() {
            return sold.isEmpty() ? Optional.empty() : Optional.of(update(sold));
        }
    }

    private static SqlText update(Map<Long, Long> sold) {
        SqlText sql = SqlText.of("update tickets set transfer_id = case id");
        sold.forEach((ticket, transfer) ->
                sql.sql(" when ").value(ticket).sql(" then ").value(transfer));
        return sql.sql(" end where id in ").in(sold.keySet());
    }
}
