package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.DatabaseFailure;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.Caller;
import cash.tuppence.web.Faults;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** Does what a call asks for, and under an {@code Idempotency-Key} once: whoever sends it again gets the first answer. */
public final class OncePerKey implements AutoCloseable {
    private final UnderWay underWay = new UnderWay();
    private final Transactions transactions;
    private final KeptAnswers kept;

    public OncePerKey(Transactions transactions, KeptAnswers kept) {
        this.transactions = transactions;
        this.kept = kept;
    }

    /** What is to be done for a call that was not answered before. It keeps its answer in the transaction of what it did. */
    public interface Work {
        /**
         * @param key under which it is done; empty where the call has none
         */
        CompletableFuture<Answer> start(Optional<CallKey> key) throws IOException;
    }

    /**
     * Does the work, or gives the answer that there is already.
     *
     * @throws Refusal where the key is too long, or came with another body before
     */
    public CompletableFuture<Answer> run(Call call, Caller caller, Work work) throws IOException {
        Optional<CallKey> key = CallKey.of(call, caller);
        if (key.isEmpty()) {
            return work.start(key);
        }
        return underWay.run(key.get(), () -> startOrReplay(key.get(), work));
    }

    /**
     * Nobody looks for an answer first: whoever comes again is found where the work is done. Where it does not come to
     * that, what is wrong by now may have been right then.
     */
    private CompletableFuture<Answer> startOrReplay(CallKey key, Work work) throws IOException {
        try {
            return work.start(Optional.of(key));
        } catch (Refusal | Faults.Found refused) {
            return CompletableFuture.completedFuture(kept.find(key).orElseThrow(() -> refused));
        }
    }

    /**
     * What was answered under that key already; for work that cannot be begun again once it is done.
     *
     * @throws Refusal where the key came with another body then
     */
    public Optional<Answer> known(Optional<CallKey> key) {
        return key.flatMap(kept::find);
    }

    /** Work on the database alone: it and its answer are true together. Where a twin on another node was faster, its answer. */
    public Answer inTransaction(Optional<CallKey> key, Function<SqlSession, Answer> work) {
        return inTransaction(key, work, kept::keep);
    }

    /** As {@link #inTransaction}, for work whose answer holds a secret: it is kept encrypted. */
    public Answer inTransactionSealed(Optional<CallKey> key, Function<SqlSession, Answer> work) {
        return inTransaction(key, work, kept::keepSealed);
    }

    private interface Keeper {
        void keep(SqlSession session, CallKey key, Answer answer);
    }

    private Answer inTransaction(Optional<CallKey> key, Function<SqlSession, Answer> work, Keeper keeper) {
        try {
            return transactions.run(session -> {
                Answer answer = work.apply(session);
                key.ifPresent(present -> keeper.keep(session, present, answer));
                return answer;
            });
        } catch (Refusal refusal) {
            // What is in the way may be what a twin has just made.
            return key.flatMap(kept::find).orElseThrow(() -> refusal);
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

    @Override
    public void close() {
        underWay.close();
    }
}
