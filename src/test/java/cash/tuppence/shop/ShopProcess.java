package cash.tuppence.shop;

import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example shop as its own program, seen from outside: its pages, what it prints, and its order book on disk. */
final class ShopProcess implements AutoCloseable {
    private static final int STATUS = 8;
    private static final int TIMES_PAID = 10;

    private final TestProcess process;
    private final Path folder;
    private final String url;

    private ShopProcess(TestProcess process, Path folder, String url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    static ShopProcess start(int port, TestServer tuppence) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tuppence-shop-");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        TestProcess process = TestProcess.start(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "SHOP_PORT", Integer.toString(port),
                        "SHOP_DATA_DIR", folder.toString(),
                        "TUPPENCE_URL", tuppence.baseUrl()),
                List.of(java, "examples/shop/Shop.java"));
        process.await(Pattern.compile("Corner Shop is ready"));
        return new ShopProcess(process, folder, "http://127.0.0.1:" + port);
    }

    String url() {
        return url;
    }

    /** Waits until it prints that this order is paid. */
    void awaitPaid(String order) throws InterruptedException {
        process.await(Pattern.compile("Order " + Pattern.quote(order) + " is paid"));
    }

    /** Waits until it prints that it heard of something that was not ordered so. */
    void awaitRefusalOf(String checkout) throws InterruptedException {
        process.await(Pattern.compile("this is not what was ordered.*" + Pattern.quote(checkout)));
    }

    /** What its order book says; looking there asks nobody and changes nothing. */
    String status(String order) {
        return lastLine(order)[STATUS];
    }

    int timesPaid(String order) {
        return Integer.parseInt(lastLine(order)[TIMES_PAID]);
    }

    private String[] lastLine(String order) {
        try (Stream<String> lines = Files.lines(folder.resolve("orders.tsv"))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals("order") && fields[1].equals(order))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
        Files.deleteIfExists(folder.resolve("orders.tsv"));
        Files.deleteIfExists(folder);
    }
}
