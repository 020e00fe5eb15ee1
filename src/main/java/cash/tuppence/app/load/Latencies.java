package cash.tuppence.app.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long answers took, to within three in a hundred, in the same room for any number of them. */
final class Latencies {
    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int SIZE = (Long.SIZE - STEP_BITS) * STEPS;

    private final AtomicLongArray counts = new AtomicLongArray(SIZE);

    void add(long micros) {
        counts.incrementAndGet(index(Math.max(0, micros)));
    }

    /** The time within which that share of all was answered; 0 where there was none. */
    long micros(int percent) {
        long total = 0;
        for (int i = 0; i < SIZE; i++) {
            total += counts.get(i);
        }
        long left = (total * percent + 99) / 100;
        for (int i = 0; i < SIZE && left > 0; i++) {
            left -= counts.get(i);
            if (left <= 0) {
                return least(i);
            }
        }
        return 0;
    }

    /** Small ones each have their own place; from there on every doubling has as many places as the one before. */
    private static int index(long micros) {
        int doublings = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - STEP_BITS - 1);
        return doublings * STEPS + (int) (micros >> doublings);
    }

    private static long least(int index) {
        int doublings = Math.max(0, index / STEPS - 1);
        return (long) (index - doublings * STEPS) << doublings;
    }
}
