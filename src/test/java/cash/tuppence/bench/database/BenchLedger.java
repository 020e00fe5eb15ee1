package cash.tuppence.bench.database;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Nodes;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.AccountMapper;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.TransferMapper;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.stage.FreezeGuard;
import cash.tuppence.ledger.stage.Rules;
import cash.tuppence.ledger.stage.Stage;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.trail.Trail;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** One process's view of a schema that holds a ledger: connections, keys of its own, and a posting stage on demand. */
public final class BenchLedger implements AutoCloseable {
    private static final int POOL = 16;

    /** Everything is counted, and nothing is stopped. */
    private static final LimitTable LIMITS =
            limitClass -> new Limits(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);

    private final String url;
    private final String user;
    private final String password;
    public final Database database;
    public final KeyMaker keys;
    public final Transactions transactions;

    /**
     * @param mappers of whatever else is measured on it
     */
    public BenchLedger(String url, String user, String password, Class<?>... mappers) {
        this.url = url;
        this.user = user;
        this.password = password;
        database = new Database(new DatabaseSettings(url, user, password, POOL));
        new Migrator(database).migrate();
        keys = new KeyMaker(InstantSource.system(), new Nodes(database).next());
        List<Class<?>> ledger = List.of(AccountMapper.class, TransferMapper.class);
        transactions = new Transactions(
                database,
                Stream.of(ledger, Audit.MAPPERS, Trail.MAPPERS, List.of(mappers))
                        .<Class<?>>flatMap(List::stream)
                        .toList());
    }

    /** As another process would see the same schema: a posting stage keeps its connection for itself. */
    public BenchLedger another() {
        return new BenchLedger(url, user, password);
    }

    public Asset asset() {
        return Asset.USD;
    }

    /** The posting stage of the product. */
    public Ledger stage(List<Companion<?>> companions, Runnable afterCommit) {
        return new Stage(
                database,
                new Rules(List.of(new FreezeGuard()), LIMITS, companions),
                keys,
                InstantSource.system(),
                StageLimits.DEFAULT,
                afterCommit);
    }

    /** The proof that no figure was bought with a cent. */
    public void requireProved() {
        List<Audit.Check> broken = new Audit(transactions)
                .run().stream().filter(check -> !check.holds()).toList();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the audit does not hold after it: " + broken);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
