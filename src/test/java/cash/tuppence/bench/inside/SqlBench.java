package cash.tuppence.bench.inside;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.SqlText;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventRows;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.NewEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The text of one statement that inserts the events of a batch of a hundred, some 400 bytes each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SqlBench {
    private static final int BATCH = 100;
    private static final int BYTES = 400;

    private final KeyMaker keys = new KeyMaker(InstantSource.system(), 1);
    private final List<NewEvent> plain = events("{\"a\":\"" + "x".repeat(BYTES) + "\"}");
    private final List<NewEvent> accented = events("{\"a\":\"é" + "x".repeat(BYTES) + "\"}");

    private List<NewEvent> events(String data) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> new NewEvent(
                        keys.newId(Event.PREFIX),
                        1,
                        EventType.CHECKOUT_PAID,
                        true,
                        data,
                        Times.now(InstantSource.system())))
                .toList();
    }

    @Benchmark
    public SqlText plainText() {
        return EventRows.insert(plain, event -> true);
    }

    @Benchmark
    public SqlText textThatIsWrittenInHexadecimal() {
        return EventRows.insert(accented, event -> true);
    }
}
