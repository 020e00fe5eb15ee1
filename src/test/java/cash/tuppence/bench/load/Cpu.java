package cash.tuppence.bench.load;

import java.time.Duration;

/**
 * Processor time that was spent so far: by this process, load and measuring included, and by the database's. What is left
 * of a comparison when the machine is busy with other things as well.
 */
public record Cpu(Duration program, Duration database) {
    /** As of now. */
    public static Cpu of(long databasePid) {
        return new Cpu(
                spent(ProcessHandle.current()),
                spent(ProcessHandle.of(databasePid).orElseThrow()));
    }

    /** As of now, where the program is another process than this. */
    public static Cpu of(long programPid, long databasePid) {
        return new Cpu(
                spent(ProcessHandle.of(programPid).orElseThrow()),
                spent(ProcessHandle.of(databasePid).orElseThrow()));
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What was spent since, on each of so many. */
    public String since(Cpu before, long count) {
        return "%d µs in the program, %d µs in the database"
                .formatted(micros(program, before.program, count), micros(database, before.database, count));
    }

    /** What the program alone spent since, on each of so many. */
    public long programMicros(Cpu before, long count) {
        return micros(program, before.program, count);
    }

    private static long micros(Duration now, Duration before, long count) {
        return now.minus(before).toNanos() / 1000 / Math.max(count, 1);
    }
}
