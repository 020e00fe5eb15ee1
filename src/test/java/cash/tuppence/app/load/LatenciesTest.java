package cash.tuppence.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void areToldToWithinThreeInAHundred() {
        LongStream.rangeClosed(1, 100_000).forEach(latencies::add);

        assertThat(latencies.micros(50)).isCloseTo(50_000, within(1_600L));
        assertThat(latencies.micros(99)).isCloseTo(99_000, within(3_200L));
    }

    @Test
    void takeAnyTime() {
        LongStream.of(0, 1, Long.MAX_VALUE).forEach(latencies::add);

        assertThat(latencies.micros(1)).isZero();
        assertThat(latencies.micros(50)).isEqualTo(1);
        assertThat(latencies.micros(100)).isGreaterThan(Long.MAX_VALUE / 100 * 96);
    }
}
