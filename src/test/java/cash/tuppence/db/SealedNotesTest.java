package cash.tuppence.db;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedNotesTest {
    private static final SecretBox BOX = new SecretBox(new byte[32]);
    private static final byte[] CONTENT = {1, 2, 3};

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:30:00Z"));
    private final SealedNotes notes = new SealedNotes(BOX, clock, "tests", Duration.ofMinutes(5));

    @Test
    void comeBackAsTheyWereWritten() {
        SealedNotes.Note note = notes.read(notes.write(42, CONTENT)).orElseThrow();
        assertThat(note.about()).isEqualTo(42);
        assertThat(note.content()).isEqualTo(CONTENT);
    }

    @Test
    void areOtherBytesEachTime() {
        assertThat(notes.write(42, CONTENT)).isNotEqualTo(notes.write(42, CONTENT));
    }

    @Test
    void areGoodForTheirTimeOnly() {
        byte[] sealed = notes.write(42, CONTENT);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(notes.read(sealed)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(notes.read(sealed)).isEmpty();
    }

    @Test
    void areGoodForTheirPurposeOnly() {
        SealedNotes others = new SealedNotes(BOX, clock, "test", Duration.ofMinutes(5));
        assertThat(others.read(notes.write(42, CONTENT))).isEmpty();
        assertThat(notes.read(BOX.seal(new byte[60]))).isEmpty();
        assertThat(notes.read(BOX.seal(new byte[0]))).isEmpty();
    }

    @Test
    void cannotBeChangedOrMadeUp() {
        byte[] sealed = notes.write(42, CONTENT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(notes.read(changed)).isEmpty();
            assertThat(notes.read(Arrays.copyOf(sealed, i))).isEmpty();
        }
        assertThat(notes.read(new byte[10_000])).isEmpty();
    }
}
