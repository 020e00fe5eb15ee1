package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void showsTheHomePage() {
        Reply home = server.browser().get("/").expect(200);
        assertThat(home.body()).contains("Cash for the").contains("/assets/tuppence.css?v=");
    }

    @Test
    void leadsOnToTheWallet() {
        Reply reply = server.browser()
                .post("/login", Map.of("email", "Payer@Example.Test ", "password", "tuppence-demo"))
                .expect(303);
        assertThat(reply.location()).isEqualTo("/wallet");
    }
}
