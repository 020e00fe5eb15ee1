package cash.tuppence.app.embedded;

import cash.tuppence.app.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One running server. */
final class MariaDbProcess {

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(2);

    private final Process process;

    private MariaDbProcess(Process process) {
        this.process = process;
    }

    /** Returns once the server answers; recovery after a crash is allowed its time. */
    static MariaDbProcess start(List<String> command, Path log, DatabaseAccess access) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            MariaDbProcess server = new MariaDbProcess(process);
            server.awaitAnswer(access, log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.get(0), e);
        }
    }

    private void awaitAnswer(DatabaseAccess access, Path log) {
        long startedNanos = System.nanoTime();
        while (!access.answers()) {
            if (Waiting.forExitOf(process, PAUSE)) {
                throw new CannotStart("The database did not start; " + log + " says why.");
            }
            if (System.nanoTime() - startedNanos > START_TIMEOUT.toNanos()) {
                stop();
                throw new CannotStart("The database did not answer in time; " + log + " says more.");
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Returns when it has stopped, everything being written. */
    void stop() {
        process.destroy();
        if (!Waiting.forExitOf(process, STOP_TIMEOUT)) {
            process.destroyForcibly();
            Waiting.forExitOf(process);
        }
    }
}
