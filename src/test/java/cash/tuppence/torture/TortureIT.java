package cash.tuppence.torture;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.torture.Tally.Count;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code script/torture} does for long. */
class TortureIT {
    private static final int MOST_ANSWERS = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Tally tally = new Tally();

    @Test
    void everyAcknowledgedCentIsThereWhateverIsKilled() throws Exception {
        try (LedgerFire fire = new LedgerFire(folder);
                LedgerRounds rounds = new LedgerRounds(fire, MOST_ANSWERS, tally)) {
            for (Blow blow : Blow.values()) {
                rounds.run(blow);
            }
            rounds.checkEverything();
        }

        assertThat(tally.discrepancies()).isEmpty();
        assertThat(tally.of(Count.NODES_KILLED)).isEqualTo(4);
        assertThat(tally.of(Count.DATABASES_KILLED)).isGreaterThanOrEqualTo(3);
        assertThat(tally.of(Count.ACKNOWLEDGED)).isGreaterThan(300);
        assertThat(tally.of(Count.SNAPSHOTS)).isGreaterThan(200);
    }
}
