package cash.tuppence.checkout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.core.Reason;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the guide says is pasted as it stands on the page. */
class GuideTest {
    private static final String PLACE = "paste the address of the page that your browser was sent to";

    private static TestServer server;
    private static Reply guide;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        guide = server.browser().get("/docs/").expect(200);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theTwoLinesComeFromThisServer() {
        assertThat(block("snippet"))
                .startsWith(
                        "<script type=\"module\" src=\"" + server.baseUrl() + "/plugin/v1/tuppence.js\"></script>\n")
                .contains("<tuppence-button create=");
        assertThat(block("gift")).contains("give=\"@library\"", server.baseUrl() + "/give/library");
    }

    @Test
    void theWholeIntegrationCanBePasted() throws InterruptedException {
        assertThat(bash(block("create"))).anyMatch(line -> line.startsWith("{\"id\":\"co_"));
        Merchant merchant = Merchant.live(server);
        JsonNode checkout =
                merchant.get("/api/v1/checkouts?limit=1").json().get("data").get(0);
        String back = server.signedIn("payer")
                .post(Merchant.payPath(checkout), Map.of("action", "pay"))
                .expect(303)
                .location();

        String known = "TUPPENCE=" + server.baseUrl() + "; KEY=" + Merchant.LIVE_KEY + "; ID="
                + checkout.get("id").asString() + "\n";
        assertThat(bash(known + block("read"))).anyMatch(line -> line.contains("\"state\":\"paid\""));
        String reference = checkout.get("reference").asString();
        assertThat(bash(block("back").replace(PLACE, back)))
                .containsExactly("The way back is genuine: " + reference + " is paid");
        assertThat(bash(block("back").replace(PLACE, back.replace("2.50", "0.25"))))
                .containsExactly("The way back is forged");
        assertThat(bash(known + block("back") + "\n" + block("callback")))
                .endsWith("The callback is genuine", "The callback is forged");
    }

    @Test
    void everyCodeOfAProblemIsListedWithWhatToDoAboutIt() {
        for (Reason reason : Reason.values()) {
            assertThat(guide.body())
                    .contains("<dt><code>" + reason.code() + "</code>, ")
                    .containsPattern("<code>" + reason.code() + "</code>, [^<]*" + reason.status());
        }
    }

    private static String block(String name) {
        return guide.hook(name).orElseThrow();
    }

    private static List<String> bash(String commands) throws InterruptedException {
        try (TestProcess shell =
                TestProcess.start(Path.of("").toAbsolutePath(), Map.of(), List.of("bash", "-euc", commands))) {
            assertThat(shell.awaitExit()).as(String.join("\n", shell.lines())).isZero();
            return shell.lines();
        }
    }
}
