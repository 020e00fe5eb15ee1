package cash.tuppence.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers in a closed loop: each makes its next call when the last one is answered.
 *
 * @param count threads, one a caller
 */
public record Callers(int count) {
    /** What a caller does again and again. */
    @FunctionalInterface
    public interface Work {
        /**
         * One call; returns when it is answered.
         *
         * @param caller its number, from 0
         * @return how many of what is counted it was
         */
        int once(int caller);
    }

    private record Loop(long[] nanos, long counted) {}

    public Sample run(Work work, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            long start = System.nanoTime();
            List<Callable<Loop>> loops = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int caller = i;
                loops.add(() -> loop(work, caller, start + duration.toNanos()));
            }
            List<Loop> done = new ArrayList<>();
            for (Future<Loop> loop : threads.invokeAll(loops)) {
                done.add(loop.get());
            }
            return sample(done, System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the traffic broke down", e);
        } finally {
            threads.shutdown();
        }
    }

    private static Loop loop(Work work, int caller, long end) {
        Nanos nanos = new Nanos();
        long counted = 0;
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            counted += work.once(caller);
            nanos.add(System.nanoTime() - begun);
        }
        return new Loop(nanos.toArray(), counted);
    }

    private static Sample sample(List<Loop> loops, long elapsedNanos) {
        long counted = loops.stream().mapToLong(Loop::counted).sum();
        return Sample.of(
                counted * 1e9 / elapsedNanos,
                Nanos.join(loops.stream().map(Loop::nanos).toList()));
    }
}
