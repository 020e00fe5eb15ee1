package cash.tuppence.testing;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Nodes;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.AccountMapper;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferMapper;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.ledger.stage.FreezeGuard;
import cash.tuppence.ledger.stage.Rules;
import cash.tuppence.ledger.stage.Stage;
import cash.tuppence.ledger.stage.StageLimits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A ledger on a schema of its own, with wallets to move cash between. */
public final class LedgerFixture implements AutoCloseable {
    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
    public final TestDatabase schema;
    public final Database database;
    public final Transactions transactions;
    public final KeyMaker keys;
    public final Accounts accounts;
    public final Ledger ledger;
    private final Map<Integer, Limits> limitsByClass = new ConcurrentHashMap<>();
    private long owners;

    public LedgerFixture(Companion<?>... companions) {
        this(TestDatabase.fresh(), StageLimits.DEFAULT, companions);
    }

    public LedgerFixture(TestDatabase schema, StageLimits limits, Companion<?>... companions) {
        this(schema, schema.url(), limits, companions);
    }

    /** As another node of the same schema, or by way of another address than the schema's own. */
    public LedgerFixture(TestDatabase schema, String url, StageLimits limits, Companion<?>... companions) {
        this.schema = schema;
        database = new Database(new DatabaseSettings(url, schema.user(), schema.password(), 4));
        new Migrator(database).migrate();
        transactions = new Transactions(database, mappers());
        long node = new Nodes(database).next();
        owners = node * 1_000_000;
        keys = new KeyMaker(clock, node);
        accounts = new Accounts(transactions, keys, clock);
        Rules rules = new Rules(List.of(new FreezeGuard()), this::limitsOf, List.of(companions));
        ledger = new Stage(database, rules, keys, clock, limits, () -> {});
    }

    private static List<Class<?>> mappers() {
        return Stream.concat(Stream.of(AccountMapper.class, TransferMapper.class), Audit.MAPPERS.stream())
                .toList();
    }

    private Limits limitsOf(int limitClass) {
        return Optional.ofNullable(limitsByClass.get(limitClass))
                .orElseThrow(() -> new IllegalArgumentException("no such class of limits: " + limitClass));
    }

    /** Puts that account into a class, on all nodes. */
    public void limit(long account, int limitClass) throws SQLException {
        execute("update accounts set limit_class = " + limitClass + " where id = " + account);
    }

    /** Has that class mean these limits from now on, on this node. */
    public void setLimits(int limitClass, Limits limits) {
        limitsByClass.put(limitClass, limits);
    }

    public long newOwner() {
        return ++owners;
    }

    /** A wallet's account with so many cents in it. */
    public long walletWith(long cents) {
        long account = accounts.open(newOwner(), Asset.USD);
        if (cents > 0) {
            long bank = accounts.ofSystem(AccountType.BANK, Asset.USD);
            ledger.post(Posting.of(OperationId.random(), transfer(Kind.GRANT, bank, account, cents)))
                    .transferIdOrRefuse();
        }
        return account;
    }

    public Movement.Transfer send(long from, long to, long cents) {
        return transfer(Kind.SEND, from, to, cents);
    }

    public Movement.Transfer transfer(Kind kind, long from, long to, long cents) {
        return new Movement.Transfer(
                keys.newId(TransferRow.PREFIX), kind, from, to, Money.ofMinor(cents, Asset.USD), Details.bySystem(""));
    }

    public Movement.Hold hold(long from, OptionalLong to, long cents) {
        return new Movement.Hold(
                keys.newId(TransferRow.PREFIX),
                Kind.GIFT,
                from,
                to,
                Money.ofMinor(cents, Asset.USD),
                clock.instant().plus(Duration.ofDays(1)),
                Details.bySystem(""));
    }

    public Posting posting(Movement movement) {
        return Posting.of(OperationId.random(), movement);
    }

    public Outcome post(Movement movement, Attachment... attachments) {
        return ledger.post(Posting.of(OperationId.random(), movement, attachments));
    }

    /** In cents. */
    public long balance(long account) {
        return accounts.find(account).orElseThrow().balance().units() / 100;
    }

    /** In cents. */
    public long available(long account) {
        return accounts.find(account).orElseThrow().available().units() / 100;
    }

    public TransferRow row(long transferId) {
        return transactions
                .read(session -> session.getMapper(TransferMapper.class).byId(transferId))
                .orElseThrow();
    }

    public long count(String query) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs a statement and says how many rows it touched. */
    public int execute(String statement) throws SQLException {
        try (Connection connection = schema.connect();
                Statement created = connection.createStatement()) {
            return created.executeUpdate(statement);
        }
    }

    public Auditor auditor() {
        return new Auditor(transactions, clock);
    }

    public List<Audit.Check> audit() {
        return new Audit(transactions).run();
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }
}
