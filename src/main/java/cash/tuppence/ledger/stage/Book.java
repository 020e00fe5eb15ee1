package cash.tuppence.ledger.stage;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Spending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/** One locked account while a batch is decided: it carries what the postings so far have done to it. */
final class Book {
    private final long id;
    private final long ownerId;
    private final AccountType type;
    private final Asset asset;
    private final boolean frozen;
    private final int limitClass;
    private final boolean closed;
    private long balance;
    private long held;
    private Spending spending;
    private boolean changed;

    private Book(ResultSet row) throws SQLException {
        id = row.getLong(1);
        ownerId = row.getLong(2);
        type = AccountType.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
        asset = Asset.of(row.getString(4));
        balance = row.getLong(5);
        held = row.getLong(6);
        frozen = row.getBoolean(7);
        limitClass = row.getInt(8);
        spending = isLimited() ? spending(row) : Spending.NOTHING;
        closed = row.getBoolean(12);
    }

    private static Spending spending(ResultSet row) throws SQLException {
        return new Spending(row.getObject(9, LocalDate.class), row.getLong(10), row.getLong(11));
    }

    /** Reads a row of {@link BatchSql#lockAccounts}. */
    static Book read(ResultSet row) throws SQLException {
        return new Book(row);
    }

    long id() {
        return id;
    }

    long ownerId() {
        return ownerId;
    }

    AccountType type() {
        return type;
    }

    Asset asset() {
        return asset;
    }

    long balance() {
        return balance;
    }

    long held() {
        return held;
    }

    boolean isLimited() {
        return limitClass != Limits.UNLIMITED_CLASS;
    }

    int limitClass() {
        return limitClass;
    }

    Spending spending() {
        return spending;
    }

    /** Counts, or gives back what was counted. */
    void spend(Spending next) {
        spending = next;
        changed = true;
    }

    /** Its owner left for good: nothing arrives any more. */
    boolean closed() {
        return closed;
    }

    boolean changed() {
        return changed;
    }

    boolean canSpend(long units) {
        return type.mayGoBelowZero() || balance - held >= units;
    }

    void reserve(long units) {
        held = Math.addExact(held, units);
        changed = true;
    }

    void release(long units) {
        held = Math.subtractExact(held, units);
        changed = true;
    }

    /** Adds a leg, negative where cash leaves, and answers the balance after it. */
    long add(long units) {
        balance = Math.addExact(balance, units);
        changed = true;
        return balance;
    }

    Money money(long units) {
        return Money.ofUnits(units, asset);
    }

    Account view() {
        return new Account(id, ownerId, type, money(balance), money(held), frozen);
    }
}
