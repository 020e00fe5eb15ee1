package cash.tuppence.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersistentTest {
    private static final Answered DONE = new Answered(201, "{}", 0, true);
    private static final Answered BUSY = new Answered(503, "{\"code\":\"overloaded\"}", 0, false);
    private static final Answered TWIN = new Answered(409, "{\"code\":\"idempotency_in_progress\"}", 0, false);
    private static final Answered CONFLICT = new Answered(409, "{\"code\":\"state_conflict\"}", 0, false);

    private final Tallies tallies = new Tallies();
    private final Persistent persistent = new Persistent(tallies, Duration.ofSeconds(60));

    @Test
    void asksAgainUntilItKnows() {
        Deque<Object> script = new ArrayDeque<>(List.of(BUSY, new IOException("reset"), TWIN, DONE));

        assertThat(persistent.ask(() -> next(script))).contains(DONE);

        assertThat(script).isEmpty();
        assertThat(tallies.deferred.sum()).isEqualTo(2);
        assertThat(tallies.lost.sum()).isEqualTo(1);
        assertThat(tallies.replayed.sum()).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        Deque<Object> script = new ArrayDeque<>(List.of(new Answered(503, "", 1, false), DONE));
        long start = System.nanoTime();

        persistent.ask(() -> next(script));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesARefusalForAnAnswer() {
        assertThat(persistent.ask(() -> CONFLICT)).contains(CONFLICT);
        assertThat(CONFLICT.code()).isEqualTo("state_conflict");
        assertThat(new Answered(502, "<html>", 0, false).code()).isEqualTo("status 502");
    }

    @Test
    void givesUpWhereNobodyAnswersForLong() {
        Persistent impatient = new Persistent(tallies, Duration.ofMillis(1));

        assertThat(impatient.ask(() -> {
                    throw new IOException("refused");
                }))
                .isEqualTo(Optional.empty());

        assertThat(tallies.unknown.sum()).isEqualTo(1);
    }

    private static Answered next(Deque<Object> script) throws IOException {
        Object next = script.remove();
        if (next instanceof IOException failure) {
            throw failure;
        }
        return (Answered) next;
    }
}
