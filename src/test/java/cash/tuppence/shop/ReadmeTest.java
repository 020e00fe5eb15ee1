package cash.tuppence.shop;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands in the shop's README work as they are pasted, from top to bottom in one shell. */
class ReadmeTest {
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWholeIntegrationWithCurlCanBePasted() throws Exception {
        int port = freePort();
        try (TestServer tuppence = TestServer.with(Setting.DEMO_SHOP_URL, "http://127.0.0.1:" + port)
                        .start();
                ShopProcess shop = ShopProcess.start(port, tuppence)) {
            tuppence.clock().set(Instant.now());
            String commands = commands()
                    .replace("http://localhost:8080", tuppence.baseUrl())
                    .replace("http://127.0.0.1:8081", shop.url());
            List<String> lines = bash(commands);
            assertThat(lines).anyMatch(line -> line.contains("\"state\":\"open\""));
            assertThat(lines).endsWith("genuine", "forged", "204", "400");
        }
    }

    private static String commands() throws IOException {
        String readme = Files.readString(Path.of("examples/shop/README.md"));
        String integration = readme.substring(readme.indexOf("## The whole integration with curl"));
        return COMMANDS.matcher(integration)
                .results()
                .map((MatchResult block) -> block.group(1))
                // What curl prints does not end its line.
                .collect(Collectors.joining("\necho\n"));
    }

    private static List<String> bash(String commands) throws InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        try (TestProcess shell = TestProcess.start(here, Map.of(), List.of("bash", "-uc", commands))) {
            assertThat(shell.awaitExit()).isZero();
            return shell.lines().stream().filter(line -> !line.isBlank()).toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
