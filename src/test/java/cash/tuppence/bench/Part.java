package cash.tuppence.bench;

import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.report.Report;

/** A part of the benchmarks that is run by itself, in a JVM of its own. */
@FunctionalInterface
public interface Part {
    /** Measures and reports; what it made in the database may stay, for that goes with the run. */
    Report run(BenchDatabase database, Schedule schedule) throws Exception;
}
