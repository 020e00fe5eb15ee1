package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with {@code java -jar}, and what goes wrong then. */
class WarIT {

    /** One folder for all tests but those that need an empty one: making a demo's data takes a while. */
    @TempDir
    static Path folder;

    private Path dataDir = folder.resolve("data");

    @AfterEach
    void leaveNothingRunning() {
        assertThat(TestWar.databases(dataDir)).isEmpty();
    }

    @Test
    void startsAnswersAndStopsWithItsDatabaseLast() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            String url = TestWar.awaitUrl(server);
            assertThat(status(url + "/healthz")).isEqualTo(200);
            assertThat(TestWar.databases(dataDir)).hasSize(1);
            server.terminate();
            assertThat(server.awaitExit()).isZero();
            assertThat(server.lines()).last().asString().contains("Stopped");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedWithOneLine() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            String url = TestWar.awaitUrl(server);
            TestProcess second = TestWar.demo(dataDir);
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.lines())
                    .containsExactly("Tuppence is already running on the data folder " + dataDir + ".");
            assertThat(status(url + "/healthz")).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneLineBeforeAnythingIsMade() throws Exception {
        dataDir = folder.resolve("none-is-made");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TestProcess server = TestWar.run(dataDir, "serve", "--http.port=" + other.getLocalPort());
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.lines()).singleElement().asString().startsWith("Port " + other.getLocalPort());
            assertThat(TestWar.isMade(dataDir)).isFalse();
        }
    }

    @Test
    void recoversByItselfAfterTheProgramWasKilled() throws Exception {
        try (TestProcess killed = TestWar.demo(dataDir)) {
            TestWar.awaitUrl(killed);
            killed.kill();
            assertThat(TestWar.databases(dataDir)).as("left behind").hasSize(1);
        }
        try (TestProcess server = TestWar.demo(dataDir)) {
            assertThat(status(TestWar.awaitUrl(server) + "/healthz")).isEqualTo(200);
        }
    }

    @Test
    void goesOnWhenTheDatabaseDiedUnderIt() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            String me = TestWar.awaitUrl(server) + "/api/v1/me";
            ProcessHandle database = TestWar.databases(dataDir).get(0);
            database.destroyForcibly();
            server.await(Pattern.compile("The database runs again"));
            assertThat(TestWar.databases(dataDir)).hasSize(1).doesNotContain(database);
            assertThat(status(me)).isEqualTo(200);
        }
    }

    @Test
    void commandsWorkOnTheDatabaseOfTheRunningServer() throws Exception {
        try (TestProcess server = TestWar.demo(dataDir)) {
            TestWar.awaitUrl(server);
            assertThat(outputOf("audit")).isNotEmpty().allMatch(line -> line.startsWith("ok "));
            assertThat(outputOf("job", "--list")).contains("fan-out-events");
            assertThat(outputOf("job", "fan-out-events")).containsExactly("fan-out-events: done");
            assertThat(outputOf("migrate")).containsExactly("0 migrations were made.");
            assertThat(outputOf("admin", "create", "payer@example.test"))
                    .containsExactly("payer@example.test is an operator.");
            String token = outputOf("admin", "token", "payer@example.test").get(0);
            assertThat(token).startsWith("pat_");
            assertThat(outputOf("admin", "revoke", token)).containsExactly("It is revoked.");
            assertThat(outputOf("admin", "suspend", "friend")).containsExactly("@friend is suspended.");
            assertThat(outputOf("admin", "resume", "@friend")).containsExactly("@friend is let in again.");
            assertThat(outputOf("admin", "freeze", "@payer")).containsExactly("@payer is frozen.");
            assertThat(outputOf("admin", "unfreeze", "@payer")).containsExactly("@payer can send again.");
        }
    }

    @Test
    void commandsStartTheDatabaseWhereNoServerRuns() throws Exception {
        dataDir = folder.resolve("for-commands");
        assertThat(outputOf("migrate")).singleElement().asString().endsWith("migrations were made.");
        assertThat(outputOf("audit")).isNotEmpty().allMatch(line -> line.startsWith("ok "));
    }

    @Test
    void whatIsNotUnderstoodExitsWithTwo() throws Exception {
        for (List<String> mistyped : List.of(List.of("sevre"), List.of("serve", "--http.prot=1"), List.of("job"))) {
            TestProcess program = TestWar.run(dataDir, mistyped.toArray(String[]::new));
            assertThat(program.awaitExit()).as(mistyped.toString()).isEqualTo(2);
            assertThat(program.lines()).isNotEmpty();
        }
    }

    @Test
    void configShowsTheLayersAndChecksThem() throws Exception {
        TestProcess shown = TestWar.run(dataDir, "config", "--db.password=hunter2");
        assertThat(shown.awaitExit()).isZero();
        assertThat(shown.lines())
                .contains("db.password = ********  (command line)", "data-dir = " + dataDir + "  (command line)");
        assertThat(TestWar.run(dataDir, "config", "--check").awaitExit()).isZero();

        TestProcess faulty = TestWar.run(dataDir, "config", "--check", "--http.port=x", "--db.url=y");
        assertThat(faulty.awaitExit()).isEqualTo(1);
        assertThat(faulty.lines()).hasSize(3);
    }

    private List<String> outputOf(String... command) throws Exception {
        try (TestProcess program = TestWar.run(dataDir, command)) {
            assertThat(program.awaitExit()).as(program.lines().toString()).isZero();
            return program.lines();
        }
    }

    private static int status(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Authorization", "Bearer pat_demo_payer")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
