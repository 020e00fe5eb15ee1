package cash.tuppence.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every route and every field meets values that nobody means well with. Fields are those of the forms as they stand on
 * the pages, of the links, and of the API's document, so that a new one is walked without a word here.
 */
class HostileInputIT {
    private static TestServer server;
    private static Walk walk;
    private static Vault before;

    @BeforeAll
    static void walk() {
        server = TestServer.start();
        walk = new Walk(server, Scene.set(server));
        before = Vault.of(server);
        walk.run();
        System.out.println("Hostile input: " + walk.tally());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingBreaksIsReflectedIsEvaluatedOrTellsWhatIsSomebodyElses() {
        assertThat(walk.tally().findings()).isEmpty();
    }

    @Test
    void nothingMoves() {
        assertThat(Vault.of(server)).isEqualTo(before);
    }

    @Test
    void hardlyAnybodyIsToldToComeBackLater() {
        assertThat(walk.tally().percent(429)).isLessThan(1);
    }

    @Test
    void everyRouteWasReached() {
        assertThat(walk.missed()).isEmpty();
    }

    @Test
    void thoseWhoWereAttackedAreStillSignedIn() {
        assertThat(walk.stillSignedIn()).isTrue();
    }

    @Test
    void itWasALongWalk() {
        assertThat(walk.tally().requests()).isGreaterThan(10_000);
        assertThat(walk.tally().fields()).isGreaterThan(200);
    }
}
