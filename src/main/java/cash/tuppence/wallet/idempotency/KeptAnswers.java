package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.web.json.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The answers that were given under idempotency keys. */
public final class KeptAnswers {
    private final Transactions transactions;
    private final SecretBox secrets;

    public KeptAnswers(Transactions transactions, SecretBox secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
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
        return row.map(this::answer);
    }

    private Answer answer(KeptAnswerRow kept) {
        byte[] json = kept.sealed() ? secrets.open(kept.answer()) : kept.answer();
        return new Answer(kept.status(), new String(json, StandardCharsets.UTF_8), true);
    }

    /**
     * Keeps an answer, in the transaction of what it tells of. A twin that was faster makes the insert fail, and the
     * transaction with it.
     */
    public void keep(SqlSession session, CallKey key, Answer answer, Instant now) {
        insert(session, key, answer.status(), bytes(answer), false, now);
    }

    /** As {@link #keep}, encrypted: for an answer that holds a secret. */
    public void keepSealed(SqlSession session, CallKey key, Answer answer, Instant now) {
        insert(session, key, answer.status(), secrets.seal(bytes(answer)), true, now);
    }

    private static byte[] bytes(Answer answer) {
        return answer.json().getBytes(StandardCharsets.UTF_8);
    }

    private static void insert(
            SqlSession session, CallKey key, int status, byte[] answer, boolean sealed, Instant now) {
        session.getMapper(KeptAnswerMapper.class).insert(key.scope(), key.bodyHash(), status, answer, sealed, now);
    }
}
