package cash.tuppence.torture;

import cash.tuppence.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A {@link LedgerNode} in a process of its own, as those see it who ask it. */
final class NodeProcess implements AutoCloseable {
    private static final int LINES_KEPT = 200;
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final PrintStream orders;
    private final Consumer<Answer> hears;
    private final Tally tally;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Deque<String> lines = new ArrayDeque<>();

    /**
     * @param hears told each answer on one thread
     */
    NodeProcess(TestDatabase database, Consumer<Answer> hears, Tally tally) {
        this.hears = hears;
        this.tally = tally;
        try {
            process = new ProcessBuilder(command(database))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "node-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    // It lives for seconds: what pays off later is left out.
    private static List<String> command(TestDatabase database) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerNode.class.getName(),
                database.url(),
                database.user(),
                database.password());
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            keep("(its output ended: " + e + ")");
        } finally {
            ended.countDown();
            ready.countDown();
        }
    }

    private void take(String line) {
        if (Answer.is(line)) {
            hears.accept(Answer.read(line));
        } else if (line.equals(LedgerNode.READY)) {
            ready.countDown();
        } else {
            keep(line);
            tally.add(Tally.Count.TRIED_AGAIN, line.contains("tried again") ? 1 : 0);
            tally.add(Tally.Count.DEADLOCKS, line.contains("Deadlock found") ? 1 : 0);
            tally.add(Tally.Count.LOCK_WAITS, line.contains("Lock wait timeout") ? 1 : 0);
        }
    }

    private synchronized void keep(String line) {
        lines.add(line);
        if (lines.size() > LINES_KEPT) {
            lines.remove();
        }
    }

    /** The last of what it said beside answers. */
    synchronized String lastLines() {
        return String.join("\n", lines);
    }

    NodeProcess awaitReady() throws InterruptedException {
        if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            throw new AssertionError("a ledger node did not start:\n" + lastLines());
        }
        return this;
    }

    /** Whether it was still there to be asked; that says nothing of whether it will answer. */
    boolean ask(Order order) {
        orders.print(order.line() + "\n");
        return !orders.checkError();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As SIGKILL; returns when it is gone and all that it had said is heard. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        ended.await();
        process.waitFor();
        tally.add(Tally.Count.NODES_KILLED);
    }

    /** As a machine that stands still for a while, with all the locks that it holds. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
        tally.add(Tally.Count.NODES_PAUSED);
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Gently: it answers what it was asked, and leaves. */
    @Override
    public void close() throws InterruptedException {
        orders.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.toHandle().destroyForcibly();
        }
    }
}
