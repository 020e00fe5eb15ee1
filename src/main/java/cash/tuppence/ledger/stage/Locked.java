package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a batch holds locks on, as it was read under them, and as the postings so far have changed it. */
final class Locked {
    private final Map<Long, Book> books = new TreeMap<>();
    private final Map<Long, OpenHold> holds = new HashMap<>();
    private final Map<OperationId, KnownOperation> operations = new HashMap<>();

    void readAccounts(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Book book = Book.read(rows);
            books.put(book.id(), book);
        }
    }

    void readTransfers(ResultSet rows) throws SQLException {
        while (rows.next()) {
            OpenHold hold = OpenHold.read(rows);
            holds.put(hold.transferId(), hold);
        }
    }

    void readOperations(ResultSet rows) throws SQLException {
        while (rows.next()) {
            operations.put(OperationId.ofBytes(rows.getBytes(1)), KnownOperation.read(rows));
        }
    }

    Book book(long accountId) {
        Book book = books.get(accountId);
        if (book == null) {
            throw new IllegalArgumentException("there is no account " + accountId);
        }
        return book;
    }

    /** A transfer that was read to be ended, or made as a hold earlier in this batch; empty where there is none. */
    Optional<OpenHold> hold(long transferId) {
        return Optional.ofNullable(holds.get(transferId));
    }

    Optional<KnownOperation> operation(OperationId id) {
        return Optional.ofNullable(operations.get(id));
    }

    void add(OperationId id, KnownOperation decided) {
        operations.put(id, decided);
    }

    void add(OpenHold hold) {
        holds.put(hold.transferId(), hold);
    }

    /** In the order of their keys, as they lie in the table. */
    List<Book> changedAccounts() {
        return books.values().stream().filter(Book::changed).toList();
    }
}
