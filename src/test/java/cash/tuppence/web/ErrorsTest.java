package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/_error",
                "/index.jsp",
                "/WEB-INF/web.xml",
                "/assets/",
                "/assets/nothing.css",
                "/login/"
            })
    void arePagesOfOurOwnWhereThereIsNothing(String path) {
        Reply reply = server.browser().get(path).expect(404);
        assertThat(reply.hook("error")).contains("There is nothing here");
        assertThat(reply.body()).doesNotContain("Tomcat");
        assertThat(reply.header("Content-Security-Policy")).isNotEmpty();
    }

    @Test
    void showWhoIsSignedInStill() {
        assertThat(server.signedIn("payer").get("/nowhere").expect(404).body()).contains("Sign out");
    }

    @Test
    void areProblemDocumentsForPrograms() {
        Reply reply = server.browser().get("/api/v1/nowhere").expect(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("code").asString()).isEqualTo("not_found");
        assertThat(reply.json().get("title").asString()).isEqualTo("Not Found");
    }

    @Test
    void nameTheMethodsThatAnAddressTakes() {
        TestBrowser browser = server.browser();
        Reply page = browser.send(browser.request("/login").DELETE());
        assertThat(page.status()).isIn(403, 405);
        Reply call = browser.send(browser.request("/api/v1/me")
                .header("Authorization", "Bearer pat_demo_payer")
                .POST(BodyPublishers.noBody()));
        assertThat(call.expect(405).header("Allow")).isEqualTo("GET");
        assertThat(call.json().get("code").asString()).isEqualTo("method_not_allowed");
    }

    @Test
    void refuseAFormThatIsTooLarge() {
        TestBrowser browser = server.browser();
        browser.postOnly("/login", Map.of("email", "x".repeat(300_000))).expect(413);
    }

    @Test
    void answerHeadAsGetWithoutABody() {
        TestBrowser browser = server.browser();
        Reply reply = browser.send(browser.request("/").method("HEAD", BodyPublishers.noBody()));
        assertThat(reply.expect(200).body()).isEmpty();
    }
}
