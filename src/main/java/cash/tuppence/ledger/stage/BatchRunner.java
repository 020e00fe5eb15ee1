package cash.tuppence.ledger.stage;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseFailure;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.PostingFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees a batch through: tries it again from the top where another try can cure it (the ids tell what went through
 * already), and halves it where none can, until the posting that breaks it stands alone.
 */
final class BatchRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    /** A unique key that is still taken after that many tries belongs to something else than a twin. */
    private static final int MOST_DUPLICATE_TRIES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Database database;
    private final Rules rules;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final StageWatch watch;
    private Connection connection;

    BatchRunner(Database database, Rules rules, KeyMaker keys, InstantSource clock, StageWatch watch) {
        this.database = database;
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
        this.watch = watch;
    }

    /** Decides all of them; each is answered once, after its commit, by outcome or by failure. */
    void run(List<Queued> queue, Answers answers) {
        int duplicates = 0;
        long pauseNanos = FIRST_PAUSE.toNanos();
        List<Queued> waiting = queue;
        while (!waiting.isEmpty()) {
            try {
                answers.decided(waiting, attempt(waiting));
                return;
            } catch (SQLException e) {
                duplicates += DatabaseFailure.isDuplicate(e) ? 1 : 0;
                if (!DatabaseFailure.isPassing(e) || duplicates > MOST_DUPLICATE_TRIES) {
                    halve(waiting, e, answers);
                    return;
                }
                watch.retried();
                LOG.warn("a batch of {} is tried again: {}", waiting.size(), e.getMessage());
                waiting = withoutLate(waiting, e, answers);
                LockSupport.parkNanos(pauseNanos);
                pauseNanos = Math.min(pauseNanos * 2, LONGEST_PAUSE.toNanos());
            } catch (RuntimeException e) {
                halve(waiting, e, answers);
                return;
            }
        }
    }

    private List<Outcome> attempt(List<Queued> queue) throws SQLException {
        boolean done = false;
        try {
            Batch batch = new Batch(queue, rules, keys, Times.now(clock));
            List<Outcome> outcomes = batch.run(connection());
            done = true;
            watch.committed(batch.laps().pace(outcomes));
            return outcomes;
        } finally {
            if (!done) {
                discardConnection();
            }
        }
    }

    private void halve(List<Queued> queue, Exception cause, Answers answers) {
        if (queue.size() == 1) {
            watch.failed();
            LOG.error("a posting failed and is left out: {}", queue.get(0).posting(), cause);
            answers.failed(queue.get(0), new PostingFailed("the posting could not be decided", cause));
            return;
        }
        int middle = queue.size() / 2;
        run(queue.subList(0, middle), answers);
        run(queue.subList(middle, queue.size()), answers);
    }

    private static List<Queued> withoutLate(List<Queued> queue, SQLException cause, Answers answers) {
        List<Queued> inTime = new ArrayList<>();
        long now = System.nanoTime();
        for (Queued queued : queue) {
            if (queued.isLate(now)) {
                answers.failed(
                        queued, PostingFailed.away("the database stayed away past the posting's deadline", cause));
            } else {
                inTime.add(queued);
            }
        }
        return inTime;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            Connection fresh = database.stageConnection();
            fresh.setAutoCommit(false);
            connection = fresh;
        }
        return connection;
    }

    /** Rolling back and starting on a fresh one costs little, and leaves no doubt about what is still open. */
    private void discardConnection() {
        Connection old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try (old) {
            old.rollback();
        } catch (SQLException e) {
            LOG.debug("the connection was gone already", e);
        }
    }

    @Override
    public void close() {
        discardConnection();
    }

    /** Who is told what became of postings. */
    interface Answers {
        /** These are committed; the outcomes stand in the order of the postings. */
        void decided(List<Queued> postings, List<Outcome> outcomes);

        void failed(Queued posting, PostingFailed failure);
    }
}
