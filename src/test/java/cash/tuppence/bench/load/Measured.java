package cash.tuppence.bench.load;

import java.util.Comparator;
import java.util.List;

/** What all rounds of one trial came to. */
public record Measured(String name, List<Sample> samples) {
    public Measured {
        samples = samples.stream()
                .sorted(Comparator.comparingDouble(Sample::perSecond))
                .toList();
    }

    /** The run with the middle throughput. */
    public Sample median() {
        return samples.get(samples.size() / 2);
    }

    public double slowest() {
        return samples.get(0).perSecond();
    }

    public double fastest() {
        return samples.get(samples.size() - 1).perSecond();
    }

    /** The middle of the rounds' 99th percentiles, which need not be that of the round with the middle throughput. */
    public long p99Micros() {
        return samples.stream().mapToLong(Sample::p99Micros).sorted().toArray()[samples.size() / 2];
    }

    /** The ratio of the medians. */
    public double over(Measured other) {
        return median().perSecond() / other.median().perSecond();
    }
}
