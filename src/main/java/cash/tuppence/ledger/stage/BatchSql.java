package cash.tuppence.ledger.stage;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.OperationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;

/** The ledger's own statements in a batch: one for each kind of row, whatever the number of rows. */
final class BatchSql {
    private BatchSql() {}

    /** Locks in the order of the primary key, as every node does, so that two batches cannot wait for each other. */
    static SqlText lockAccounts(SortedSet<Long> ids) {
        return SqlText.of("select id, owner_id, type, asset, balance, held, frozen, limit_class,"
                        + " spent_on, spent_day, spent_month, closed from accounts where id in ")
                .in(ids)
                .sql(" order by id for update");
    }

    static SqlText lockTransfers(SortedSet<Long> ids) {
        return SqlText.of("select transfers.id, state, kind, transfers.amount, transfers.debit_account_id,"
                        + " credit_account_id, transfers.expires_at, holds.settle_at is not null,"
                        + " date(transfers.created_at)"
                        + " from transfers left join holds on holds.transfer_id = transfers.id where transfers.id in ")
                .in(ids)
                .sql(" order by transfers.id for update");
    }

    static SqlText knownOperations(Collection<OperationId> ids) {
        SqlText sql =
                SqlText.of("select id, posting_key, fingerprint, transfer_id, refusal from operations where id in (");
        boolean first = true;
        for (OperationId id : ids) {
            sql.sql(first ? "" : ", ").value(id.bytes());
            first = false;
        }
        return sql.sql(")");
    }

    static SqlText insertTransfers(List<Rows.NewTransfer> rows) {
        return SqlText.of("insert into transfers (id, nonce, kind, state, asset, amount, amount_posted,"
                        + " debit_account_id, credit_account_id, actor_id, message, visibility, metadata,"
                        + " created_at, expires_at, finished_at) values ")
                .rows(rows, BatchSql::transfer);
    }

    private static void transfer(SqlText sql, Rows.NewTransfer row) {
        sql.value(row.id().key()).comma().value(row.id().nonce()).comma();
        sql.value(row.kind())
                .comma()
                .value(row.state())
                .comma()
                .value(row.asset())
                .comma();
        sql.value(row.amount()).comma().value(row.amountPosted()).comma();
        sql.value(row.debitAccount()).comma();
        account(sql, row.creditAccount()).comma();
        sql.value(row.details().actorId())
                .comma()
                .value(row.details().message())
                .comma();
        sql.value(row.details().visibility()).comma();
        sql.value(row.details().metadata().orElse(null)).comma();
        sql.value(row.createdAt()).comma();
        sql.value(row.expiresAtOrNull()).comma().value(row.finishedAtOrNull());
    }

    static SqlText updateTransfers(List<Rows.EndedHold> rows) {
        return SqlText.of("update transfers join ")
                .table(
                        "ended",
                        List.of("id", "new_state", "posted", "credit", "why", "ended_at"),
                        rows,
                        BatchSql::endedHold)
                .sql(" using (id) set transfers.state = ended.new_state,"
                        + " transfers.amount_posted = ended.posted,"
                        + " transfers.credit_account_id = coalesce(transfers.credit_account_id, ended.credit),"
                        + " transfers.reason = ended.why, transfers.finished_at = ended.ended_at");
    }

    private static void endedHold(SqlText sql, Rows.EndedHold row) {
        sql.value(row.transferId()).comma().value(row.state()).comma();
        sql.value(row.amountPosted()).comma();
        account(sql, row.creditAccount()).comma();
        sql.value(row.reason()).comma().value(row.finishedAt());
    }

    static SqlText insertEntries(List<Rows.NewEntry> rows) {
        return SqlText.of(
                        "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at) values ")
                .rows(
                        rows,
                        (sql, row) -> sql.value(row.id())
                                .comma()
                                .value(row.transferId())
                                .comma()
                                .value(row.accountId())
                                .comma()
                                .value(row.amount())
                                .comma()
                                .value(row.balanceAfter())
                                .comma()
                                .value(row.createdAt()));
    }

    /**
     * All of these rows exist and are locked, so none is inserted: this is the update of many rows that costs MariaDB
     * least (see docs/performance.md), at any size of the batch.
     */
    static SqlText updateAccounts(List<Book> books) {
        return SqlText.of("insert into accounts (id, owner_id, type, asset, balance, held, spent_on, spent_day,"
                        + " spent_month, opened_at) values ")
                .rows(books, BatchSql::account)
                .sql(" on duplicate key update balance = values(balance), held = values(held),"
                        + " spent_on = values(spent_on), spent_day = values(spent_day), spent_month = values(spent_month),"
                        + " version = version + 1");
    }

    /** The columns that never change hold what costs least to read and what no constraint minds: none of it is kept. */
    private static void account(SqlText sql, Book book) {
        sql.value(book.id()).sql(", 0, 2, '', ");
        sql.value(book.balance()).comma().value(book.held()).comma();
        sql.value(day(book.spending().lastOn())).comma();
        sql.value(book.spending().dayUnits())
                .comma()
                .value(book.spending().monthUnits())
                .sql(", 19700101");
    }

    /** As a number, such as 20261101: the database reads that faster than a text. */
    private static long day(LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }

    static SqlText insertHolds(List<Rows.NewHold> rows) {
        return SqlText.of("insert into holds (transfer_id, debit_account_id, amount, expires_at) values ")
                .rows(
                        rows,
                        (sql, row) -> sql.value(row.transferId())
                                .comma()
                                .value(row.debitAccount())
                                .comma()
                                .value(row.amount())
                                .comma()
                                .value(row.expiresAt()));
    }

    static SqlText deleteHolds(List<Rows.EndedHold> rows) {
        return SqlText.of("delete from holds where transfer_id in ")
                .in(rows.stream().map(Rows.EndedHold::transferId).toList());
    }

    static SqlText insertOperations(List<Rows.NewOperation> rows) {
        return SqlText.of(
                        "insert into operations (id, posting_key, fingerprint, transfer_id, refusal, decided_at) values ")
                .rows(rows, BatchSql::operation);
    }

    private static void operation(SqlText sql, Rows.NewOperation row) {
        KnownOperation decided = row.decided();
        sql.value(row.id().bytes()).comma().value(decided.postingKey()).comma();
        sql.value(decided.fingerprint()).comma().value(decided.transferId()).comma();
        sql.value(decided.refusal().map(Denial::text).orElse("")).comma().value(row.decidedAt());
    }

    private static SqlText account(SqlText sql, OptionalLong id) {
        return id.isPresent() ? sql.value(id.getAsLong()) : sql.sql("null");
    }
}
