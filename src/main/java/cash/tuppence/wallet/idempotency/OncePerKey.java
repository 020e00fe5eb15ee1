package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.DatabaseFailure;
import cash.tuppence.db.Transactions;
import cash.tuppence.web.json.Answer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** Does what a call asks for in one transaction, and under an idempotency key once: the answer is kept beside it. */
public final class OncePerKey {
    private final Transactions transactions;
    private final KeptAnswers kept;
    private final InstantSource clock;

    public OncePerKey(Transactions transactions, KeptAnswers kept, InstantSource clock) {
        this.transactions = transactions;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * What was answered to the same call before.
     *
     * @throws Refusal where the key came with another body then
     */
    public Optional<Answer> given(Optional<CallKey> key) {
        return key.flatMap(kept::find);
    }

    /** Runs the work, or gives the answer of a twin that was faster. */
    public Answer run(Optional<CallKey> key, Function<SqlSession, Answer> work) {
        return run(key, work, kept::keep);
    }

    /** As {@link #run}, for work whose answer holds a secret: it is kept encrypted. */
    public Answer runSecret(Optional<CallKey> key, Function<SqlSession, Answer> work) {
        return run(key, work, kept::keepSealed);
    }

    private interface Keeper {
        void keep(SqlSession session, CallKey key, Answer answer, Instant now);
    }

    private Answer run(Optional<CallKey> key, Function<SqlSession, Answer> work, Keeper keeper) {
        try {
            return transactions.run(session -> {
                Answer answer = work.apply(session);
                key.ifPresent(present -> keeper.keep(session, present, answer, Times.now(clock)));
                return answer;
            });
        } catch (Refusal refusal) {
            // What is in the way may be what a twin has just made.
            return given(key).orElseThrow(() -> refusal);
        } catch (PersistenceException e) {
            return key.flatMap(present -> answerOfTwin(present, e)).orElseThrow(() -> e);
        }
    }

    /** The unique key makes a twin wait until the first has ended; it does not wait for ever. */
    private Optional<Answer> answerOfTwin(CallKey key, PersistenceException failure) {
        if (!(failure.getCause() instanceof SQLException cause)) {
            return Optional.empty();
        }
        if (DatabaseFailure.isLockWait(cause)) {
            throw new Refusal(Reason.IDEMPOTENCY_IN_PROGRESS);
        }
        return DatabaseFailure.isDuplicate(cause) ? kept.find(key) : Optional.empty();
    }
}
