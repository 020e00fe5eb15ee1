package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Times;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.web.json.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the answers to calls that moved cash, and to those that were decided against, and keeps those under a key. */
public final class AnswerCompanion implements Companion<Answering> {
    private static final String INSERT =
            "insert into idempotency_records (scope, body_hash, status, answer, created_at) values ";

    private final InstantSource clock;

    public AnswerCompanion(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Class<Answering> attachment() {
        return Answering.class;
    }

    @Override
    public Companion.Round<Answering> begin(List<Answering> attachments) {
        return new Round(Times.now(clock));
    }

    private record Kept(CallKey key, Answer answer) {}

    private static final class Round implements Companion.Round<Answering> {
        private final List<Kept> kept = new ArrayList<>();
        private final Instant now;

        private Round(Instant now) {
            this.now = now;
        }

        @Override
        public void take(Answering answering, Draft draft) {
            keep(answering, answering.take(draft));
        }

        @Override
        public void refuse(Answering answering, Denial denial) {
            keep(answering, answering.refuse(denial));
        }

        private void keep(Answering answering, Answer answer) {
            answering.key().ifPresent(key -> kept.add(new Kept(key, answer)));
        }

        @Override
        public Optional<SqlText> write() {
            return kept.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SqlText.of(INSERT).rows(kept, this::row));
        }

        private void row(SqlText sql, Kept one) {
            sql.value(one.key().scope())
                    .comma()
                    .value(one.key().bodyHash())
                    .comma()
                    .value(one.answer().status())
                    .comma()
                    .value(one.answer().json())
                    .comma()
                    .value(now);
        }
    }
}
