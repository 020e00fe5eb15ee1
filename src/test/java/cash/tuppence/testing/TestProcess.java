package cash.tuppence.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another program that a test runs, with all that it prints. It is killed at the latest when the test closes it. */
public final class TestProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private TestProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs it in that folder with these variables added to, or, where their value is empty, taken from the environment. */
    public static TestProcess start(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            return new TestProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(output ended: " + e + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The first match in a line of the output; fails if the program ends, or takes minutes, without it. */
    public synchronized Matcher await(Pattern pattern) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        int seen = 0;
        while (true) {
            Optional<Matcher> found = lines.subList(seen, lines.size()).stream()
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            seen = lines.size();
            if (ended || System.nanoTime() > deadlineNanos) {
                throw new AssertionError("no line with " + pattern + " in:\n" + String.join("\n", lines));
            }
            wait(1000);
        }
    }

    /** The exit code, once it has ended and all its output is here. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + String.join("\n", lines()));
        }
        reader.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as SIGTERM. */
    public void terminate() {
        // Not by the process itself, which would close its output and lose the last lines.
        process.toHandle().destroy();
    }

    /** Ends it at once, as SIGKILL: it can do nothing about it. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
