package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.web.json.Answer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The answers that were given under idempotency keys. */
public final class KeptAnswers {
    private final Transactions transactions;
    private final SecretBox secrets;
    private final InstantSource clock;

    public KeptAnswers(Transactions transactions, SecretBox secrets, InstantSource clock) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What was answered under that key, to be given again.
     *
     * @throws Refusal where the key came with another body then
     */
    public Optional<Answer> find(CallKey key) {
        Optional<KeptAnswerRow> row = transactions.read(
                session -> session.getMapper(KeptAnswerMapper.class).find(key.scope()));
        if (row.filter(kept -> !Arrays.equals(kept.bodyHash(), key.bodyHash())).isPresent()) {
            throw new Refusal(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return row.filter(KeptAnswerRow::isAnswered).map(this::answer);
    }

    private Answer answer(KeptAnswerRow kept) {
        byte[] json = kept.sealed() ? secrets.open(kept.answer()) : kept.answer();
        return new Answer(kept.status(), new String(json, StandardCharsets.UTF_8), true);
    }

    /**
     * Notes that the key belongs to that body, before anything is done under it in more than one transaction. Whoever
     * sends it again after a crash finds no answer, but nobody may send another body under it.
     *
     * @return false where it was noted before
     */
    public boolean reserve(CallKey key) {
        return transactions.run(session -> session.getMapper(KeptAnswerMapper.class)
                        .reserve(key.scope(), key.bodyHash(), Times.now(clock)))
                == 1;
    }

    /** Keeps the answer to a call whose key was reserved, and gives it; or that of a twin on another node that was faster. */
    public Answer complete(CallKey key, Answer answer) {
        int completed = transactions.run(session ->
                session.getMapper(KeptAnswerMapper.class).complete(key.scope(), answer.status(), bytes(answer)));
        return completed == 1 ? answer : find(key).orElse(answer);
    }

    /**
     * Keeps an answer, in the transaction of what it tells of. A twin that was faster makes the insert fail, and the
     * transaction with it.
     */
    void keep(SqlSession session, CallKey key, Answer answer) {
        insert(session, key, answer.status(), bytes(answer), false);
    }

    /** As {@link #keep}, encrypted: for an answer that holds a secret. */
    void keepSealed(SqlSession session, CallKey key, Answer answer) {
        insert(session, key, answer.status(), secrets.seal(bytes(answer)), true);
    }

    private static byte[] bytes(Answer answer) {
        return answer.json().getBytes(StandardCharsets.UTF_8);
    }

    private void insert(SqlSession session, CallKey key, int status, byte[] answer, boolean sealed) {
        session.getMapper(KeptAnswerMapper.class)
                .insert(key.scope(), key.bodyHash(), status, answer, sealed, Times.now(clock));
    }
}
