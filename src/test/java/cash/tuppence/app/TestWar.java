package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The WAR that was just built, run as another process. */
final class TestWar {

    private static final Path WAR = Path.of("target", "tuppence.war").toAbsolutePath();
    private static final Pattern ANSWERS = Pattern.compile("Tuppence answers at (http://\\S+)");

    private TestWar() {}

    static Path path() {
        assertThat(WAR).as("built by the package phase").isRegularFile();
        return WAR;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Any command, on that data folder. */
    static TestProcess run(Path dataDir, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", path().toString()));
        command.addAll(Arrays.asList(arguments));
        command.add("--data-dir=" + dataDir);
        return TestProcess.start(dataDir.getParent(), Map.of(), command);
    }

    /** The demo, on a free port. */
    static TestProcess demo(Path dataDir) {
        return run(dataDir, "demo", "--http.port=0", "--rate-limits.scale=0");
    }

    /** The base URL of a server that is starting, once it answers. */
    static String awaitUrl(TestProcess server) throws InterruptedException {
        return server.await(ANSWERS).group(1);
    }

    /** The database processes of a data folder; there should be one at most. */
    static List<ProcessHandle> databases(Path dataDir) {
        String datadir = "--datadir=" + dataDir.resolve("database");
        return ProcessHandle.allProcesses()
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(datadir))
                .toList();
    }

    static boolean isMade(Path dataDir) {
        return Files.isDirectory(dataDir.resolve("database"));
    }
}
