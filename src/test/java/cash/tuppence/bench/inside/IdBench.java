package cash.tuppence.bench.inside;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A public id: made, written, read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdBench {
    private static final String PREFIX = "tr_";

    private final KeyMaker keys = new KeyMaker(InstantSource.system(), 1);
    private final PublicId id = keys.newId(PREFIX);
    private final String text = id.text();

    @Benchmark
    public PublicId make() {
        return keys.newId(PREFIX);
    }

    @Benchmark
    public String write() {
        return id.text();
    }

    @Benchmark
    public Optional<PublicId> read() {
        return PublicId.parse(PREFIX, text);
    }
}
