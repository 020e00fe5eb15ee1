package cash.tuppence.bench.process;

import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.load.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link Node}, as seen by whoever started it. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    NodeProcess(BenchDatabase database, String url) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        url,
                        database.user())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders.println(database.password());
        answer();
    }

    /** Has it begin; what came of it is to be asked for by {@link #result}. */
    void begin(int callers, boolean hot, int wallets, Duration duration) {
        orders.println(callers + " " + hot + " " + wallets + " " + duration.toMillis());
    }

    Sample result() {
        String[] figures = answer().split(" ");
        return new Sample(Double.parseDouble(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]));
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a node ended before its time");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
