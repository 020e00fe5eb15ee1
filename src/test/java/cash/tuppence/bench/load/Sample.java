package cash.tuppence.bench.load;

import java.util.Arrays;

/**
 * What one run came to.
 *
 * @param perSecond of what is counted
 * @param p50Micros half of the answers came within this
 */
public record Sample(double perSecond, long p50Micros, long p99Micros) {
    /**
     * @param nanos how long each answer took; sorted here
     */
    public static Sample of(double perSecond, long[] nanos) {
        if (nanos.length == 0) {
            return new Sample(perSecond, 0, 0);
        }
        Arrays.sort(nanos);
        return new Sample(perSecond, nanos[nanos.length / 2] / 1000, nanos[(int) (nanos.length * 0.99)] / 1000);
    }
}
