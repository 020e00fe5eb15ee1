package cash.tuppence.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {
    private static final InstantSource STANDING = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));

    private final KeyMaker keys = new KeyMaker(STANDING, 7);

    @Test
    void anIdIsReadBackAsItWasWritten() {
        PublicId id = keys.newId("tr_");

        assertThat(id.text()).matches("tr_[0-9A-Za-z]{28}");
        assertThat(PublicId.parse("tr_", id.text())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 61, 62, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE})
    void theSmallestAndTheLargestAreReadBackToo(long key) {
        for (byte fill : new byte[] {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF}) {
            byte[] nonce = new byte[PublicId.NONCE_BYTES];
            Arrays.fill(nonce, fill);
            PublicId id = new PublicId("tr_", key, nonce);

            assertThat(PublicId.parse("tr_", id.text())).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tr_",
                "co_0000000000000000000000000000",
                "tr_000000000000000000000000000",
                "tr_00000000000000000000000000000",
                "tr_zzzzzzzzzzzzzzzzzzzzzzzzzzzz",
                "tr_0000000000000000000000000-00",
                "tr_٣000000000000000000000000000"
            })
    void anythingElseIsNoId(String text) {
        assertThat(PublicId.parse("tr_", text)).isEmpty();
    }

    @Test
    void keysGrowAndNeverRepeatEvenWhereTheClockStands() {
        long previous = keys.next();
        for (int i = 0; i < 20_000; i++) {
            long next = keys.next();
            assertThat(next).isGreaterThan(previous);
            previous = next;
        }
    }

    @Test
    void twoNodesNeverMakeTheSameKey() {
        KeyMaker other = new KeyMaker(STANDING, 8);
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            all.add(keys.next());
            all.add(other.next());
        }
        assertThat(all).hasSize(40_000);
    }
}
