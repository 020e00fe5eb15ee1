package cash.tuppence.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Callers in a closed loop: each sends its next transfer when the last one is answered.
 *
 * @param hot whether all send to one account, or each to a random one
 */
record Traffic(int callers, boolean hot) {
    /**
     * What was measured.
     *
     * @param perSecond transfers that were answered
     * @param p50Micros half of the answers came within this
     */
    record Result(double perSecond, long p50Micros, long p99Micros) {}

    @Override
    public String toString() {
        return callers + (hot ? " hot" : " spread");
    }

    Result run(Contender contender, int wallets, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            List<Callable<long[]>> loops = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                loops.add(() -> loop(contender, wallets, end));
            }
            long[] nanos = new long[0];
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                nanos = join(nanos, loop.get());
            }
            return result(nanos, System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the traffic broke down", e);
        } finally {
            threads.shutdown();
        }
    }

    private long[] loop(Contender contender, int wallets, long end) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long[] nanos = new long[1024];
        int count = 0;
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            long to = hot ? BenchLedger.FIRST_ACCOUNT : random.nextLong(2, wallets + 1L);
            long from = random.nextLong(2, wallets + 1L);
            contender.transfer(from == to ? BenchLedger.FIRST_ACCOUNT : from, to);
            nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
            nanos[count++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] join(long[] all, long[] more) {
        long[] joined = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, joined, all.length, more.length);
        return joined;
    }

    private static Result result(long[] nanos, long elapsedNanos) {
        Arrays.sort(nanos);
        return new Result(
                nanos.length * 1e9 / elapsedNanos,
                nanos[nanos.length / 2] / 1000,
                nanos[(int) (nanos.length * 0.99)] / 1000);
    }
}
