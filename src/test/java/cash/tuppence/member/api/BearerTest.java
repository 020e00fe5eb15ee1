package cash.tuppence.member.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BearerTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply me(String authorization) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/me")
                .header("Authorization", authorization)
                .GET());
    }

    @Test
    void tellsForWhomItActsAndWhatTheyHave() {
        Reply reply = me("Bearer pat_demo_payer").expect(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        JsonNode me = reply.json();
        assertThat(me.get("id").asString()).startsWith("w_");
        assertThat(me.get("handle").asString()).isEqualTo("payer");
        assertThat(me.get("name").asString()).isNotBlank();
        JsonNode dollars = me.get("balances")
                .valueStream()
                .filter(balance -> balance.get("currency").asString().equals("USD"))
                .findFirst()
                .orElseThrow();
        assertThat(dollars.get("amount").asString()).isEqualTo("100.00");
        assertThat(dollars.get("held").asString()).isEqualTo("0.00");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        me("bearer pat_demo_payer").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer pat_demo_nobody",
                "Bearer pat_",
                "Bearer",
                "Bearer ",
                "Basic cGF0X2RlbW9fcGF5ZXI6",
                "pat_demo_payer",
                "Bearer something_else"
            })
    void refusesAnythingElseWithAProblemDocument(String authorization) {
        Reply reply = me(authorization).expect(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.json().get("code").asString()).isEqualTo("unauthorized");
        assertThat(reply.json().get("status").asInt()).isEqualTo(401);
    }

    @Test
    void doesNotTakeASessionForAToken() {
        server.signedIn("payer").get("/api/v1/me").expect(401);
    }

    @Test
    void keepsTokensAsAHashOnly() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from access_tokens"
                        + " where secret_hash = unhex(sha2('pat_demo_payer', 256))")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }
}
