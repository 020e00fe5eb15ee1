package cash.tuppence.bench.load;

import java.util.Arrays;
import java.util.List;

/** Durations, as many as come. Not for several threads at once. */
public final class Nanos {
    private long[] values = new long[1024];
    private int count;

    public void add(long nanos) {
        values = count == values.length ? Arrays.copyOf(values, count * 2) : values;
        values[count++] = nanos;
    }

    public long[] toArray() {
        return Arrays.copyOf(values, count);
    }

    public static long[] join(List<long[]> parts) {
        long[] joined = new long[parts.stream().mapToInt(part -> part.length).sum()];
        int from = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, joined, from, part.length);
            from += part.length;
        }
        return joined;
    }
}
