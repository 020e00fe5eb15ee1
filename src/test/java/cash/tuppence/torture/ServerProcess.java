package cash.tuppence.torture;

import cash.tuppence.testing.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A whole server from the WAR, at the same address each time that it is started. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ANSWERS = Pattern.compile("Tuppence answers at (http://\\S+)");

    private final Path folder;
    private final List<String> command;
    private final String url;
    private TestProcess process;

    /**
     * @param more arguments beside folder and port
     */
    ServerProcess(Path folder, List<String> more) {
        this.folder = folder;
        int port = freePort();
        url = "http://localhost:" + port;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-jar",
                Path.of("target", "tuppence.war").toAbsolutePath().toString(),
                "demo",
                "--http.port=" + port,
                "--rate-limits.scale=0",
                "--data-dir=" + folder));
        command.addAll(more);
        start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not wait until it answers. */
    void start() {
        process = TestProcess.start(folder.getParent(), Map.of(), command);
    }

    void awaitReady() throws InterruptedException {
        process.await(ANSWERS);
    }

    String url() {
        return url;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As SIGKILL. */
    void kill() throws InterruptedException {
        process.kill();
    }

    List<String> lines() {
        return process.lines();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
