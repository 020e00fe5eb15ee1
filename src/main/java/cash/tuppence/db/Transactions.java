package cash.tuppence.db;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * Database transactions as lambdas: what a lambda does is kept when it returns, and undone when it throws. A
 * transaction inside a transaction throws, since it could only mean that somebody does not know what is true together.
 */
public final class Transactions {
    /** What this thread's open transaction does last; no value where none is open. */
    private static final ThreadLocal<List<Consumer<SqlSession>>> LAST = new ThreadLocal<>();

    private final Database database;
    private final SqlSessionFactory sessions;

    /**
     * @param mappers all mapper interfaces; each has its XML on its own package path
     */
    public Transactions(Database database, List<Class<?>> mappers) {
        this.database = database;
        Configuration configuration =
                new Configuration(new Environment("tuppence", new JdbcTransactionFactory(), database.dataSource()));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        configuration.setDefaultEnumTypeHandler(LowerCaseEnumHandler.class);
        configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
        mappers.forEach(configuration::addMapper);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    /** Whether this thread is inside a transaction. */
    public static boolean isOpen() {
        return LAST.get() != null;
    }

    /**
     * Has that done when all else in this thread's transaction is, right before it commits: what takes a lock for which
     * everybody waits is held only for that long, and nothing is locked after it. It is not done where the rest throws.
     *
     * @throws IllegalStateException where no transaction is open
     */
    public static void beforeCommit(Consumer<SqlSession> work) {
        if (!isOpen()) {
            throw new IllegalStateException("no transaction is open on this thread");
        }
        LAST.get().add(work);
    }

    /** Runs the work in one transaction and returns its result after the commit. */
    public <T> T run(Function<SqlSession, T> work) {
        refuseNesting();
        LAST.set(new ArrayList<>());
        try (SqlSession session = sessions.openSession(TransactionIsolationLevel.READ_COMMITTED)) {
            return commitOrRollBack(session, work);
        } finally {
            LAST.remove();
        }
    }

    /**
     * Both are forced: a session does not know of statements that went over its connection directly, and closing it
     * without either would commit them.
     */
    private static <T> T commitOrRollBack(SqlSession session, Function<SqlSession, T> work) {
        boolean done = false;
        try {
            T result = work.apply(session);
            List.copyOf(LAST.get()).forEach(last -> last.accept(session));
            session.commit(true);
            done = true;
            return result;
        } finally {
            if (!done) {
                session.rollback(true);
            }
        }
    }

    /** As {@link #run}, for work without a result. */
    public void execute(Consumer<SqlSession> work) {
        run(session -> {
            work.accept(session);
            return true;
        });
    }

    /**
     * Reads outside of any transaction: each statement sees what is committed when it runs. Where the database was
     * started again meanwhile, the connections to the old one are dropped and the work is done once more.
     */
    public <T> T read(Function<SqlSession, T> work) {
        try {
            return readOnce(work);
        } catch (PersistenceException e) {
            if (!(e.getCause() instanceof SQLException cause) || !DatabaseFailure.isConnectionLost(cause)) {
                throw e;
            }
            database.dropIdleConnections();
            return readOnce(work);
        }
    }

    private <T> T readOnce(Function<SqlSession, T> work) {
        try (SqlSession session = sessions.openSession(true)) {
            return work.apply(session);
        }
    }

    /** Reads from one consistent snapshot: what others commit meanwhile is not seen, and nobody is held up. */
    public <T> T readSnapshot(Function<SqlSession, T> work) {
        refuseNesting();
        try (SqlSession session = sessions.openSession(TransactionIsolationLevel.REPEATABLE_READ)) {
            return work.apply(session);
        }
    }

    private static void refuseNesting() {
        if (isOpen()) {
            throw new IllegalStateException("a transaction is open on this thread already");
        }
    }
}
