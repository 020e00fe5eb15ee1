package cash.tuppence.bench.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The WAR as it is run, on the benchmark's database, in a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Path WAR = Path.of("target/tuppence.war");
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int OK = 200;

    private final Process process;
    private final int port;

    ServerProcess(String url, String user, String password, Path folder) throws IOException {
        port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        WAR.toString(),
                        "serve",
                        "--http.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("server.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "TUPPENCE_DB_URL",
                        url,
                        "TUPPENCE_DB_USER",
                        user,
                        "TUPPENCE_DB_PASSWORD",
                        password,
                        "TUPPENCE_DATA_DIR",
                        Files.createTempDirectory(folder, "server").toString(),
                        "TUPPENCE_RATE_LIMITS_SCALE",
                        "0",
                        "TUPPENCE_SECRET_KEY",
                        Base64.getEncoder().encodeToString(new byte[32])));
        process = builder.start();
        awaitAnswer();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server did not start; server.log beside its data says why");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean answers() {
        try (RawClient client = client()) {
            return client.get("/readyz") == OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    RawClient client() {
        return new RawClient(port);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
