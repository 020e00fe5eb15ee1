package cash.tuppence.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that come at a fixed rate, whether or not the last ones are answered; how long an answer took counts from when
 * its call was due.
 *
 * @param callers who share the calls among them
 */
public record Paced(int callers, double perSecond) {
    public Sample run(Callers.Work work, Duration duration) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            AtomicLong next = new AtomicLong();
            List<Callable<long[]>> loops = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                loops.add(() -> loop(work, caller, start, start + duration.toNanos(), next));
            }
            List<long[]> done = new ArrayList<>();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                done.add(loop.get());
            }
            long[] nanos = Nanos.join(done);
            return Sample.of(nanos.length * 1e9 / (System.nanoTime() - start), nanos);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the traffic broke down", e);
        } finally {
            threads.shutdown();
        }
    }

    private long[] loop(Callers.Work work, int caller, long start, long end, AtomicLong next) {
        Nanos nanos = new Nanos();
        long due = start + dueNanos(next.getAndIncrement());
        while (due < end) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            work.once(caller);
            nanos.add(System.nanoTime() - due);
            due = start + dueNanos(next.getAndIncrement());
        }
        return nanos.toArray();
    }

    private long dueNanos(long number) {
        return (long) (number * 1e9 / perSecond);
    }
}
