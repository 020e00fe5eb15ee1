package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestProcess;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is told to stop while pennies are under way: what was acknowledged is kept, and nothing is doubled. That it is
 * killed instead, {@code ServersUnderFireIT} sees to.
 */
class StopUnderLoadIT {

    private static final int SENDERS = 8;
    private static final int ENOUGH = 200;
    private static final BigDecimal AT_FIRST = new BigDecimal("100.00");

    @TempDir
    Path folder;

    private final TransferLoad load = new TransferLoad("pat_demo_payer");
    private Path dataDir;

    @BeforeEach
    void chooseDataDir() {
        dataDir = folder.resolve("data");
    }

    @Test
    void noAcceptedRequestIsCutWhenTheServerIsToldToStop() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            load.start(TestWar.awaitUrl(server), SENDERS, ENOUGH);
            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
        load.awaitEnd();
        assertThat(load.faults()).isEmpty();
        assertThat(load.askedCount())
                .as("each was answered, or found nobody")
                .isBetween(load.acknowledged().size(), load.acknowledged().size() + SENDERS);
        assertNothingLostOrDoubled();
    }

    private void assertNothingLostOrDoubled() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            String url = TestWar.awaitUrl(server);
            assertThat(load.sendAllAgain(url)).containsAllEntriesOf(load.acknowledged());
            BigDecimal spent = new BigDecimal("0.01").multiply(BigDecimal.valueOf(load.askedCount()));
            assertThat(new BigDecimal(load.balance(url))).isEqualByComparingTo(AT_FIRST.subtract(spent));
            try (TestProcess audit = TestWar.run(dataDir, "audit")) {
                assertThat(audit.awaitExit()).as(audit.lines().toString()).isZero();
            }
        }
    }
}
