package cash.tuppence.wallet.users;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import cash.tuppence.wallet.api.ApiClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where real money is held, nobody begins with any that no bank has seen. */
class RealInstallationTest {
    private static final String TOKEN = "pat_of_an_operator";

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.with(Setting.DEMO, "false").start();
        Person.newcomer(server);
        Rows.execute(server, "update members set operator = true");
        Rows.execute(
                server,
                "insert into access_tokens (id, secret_hash, member_id, name, scopes, created_at)"
                        + " select 1, unhex(sha2('" + TOKEN + "', 256)), id, 'Test', 'users:write', utc_timestamp(6)"
                        + " from members");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Reply register(String handle, String currency) {
        return ApiClient.of(server, TOKEN)
                .post(
                        "/api/v1/users",
                        "{\"name\":\"Nina\",\"handle\":\"" + handle + "\",\"email\":\"" + handle
                                + "@example.test\",\"region\":\"US-UT\",\"balance\":{\"amount\":\"1.00\",\"currency\":\""
                                + currency + "\"}}");
    }

    @Test
    void moneyIsRefusedBesideItsField() {
        Reply refused = register("moneyed", "USD").expect(422);

        assertThat(refused.json().get("errors")).hasSize(1);
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("balance");
        assertThat(Rows.number(server, "select count(*) from profiles where handle = 'moneyed'"))
                .isZero();
    }

    @Test
    void playMoneyIsGiven() {
        assertThat(register("player", "XTS").expect(201).json().get("balances"))
                .hasToString("[{\"amount\":\"1.00\",\"held\":\"0.00\",\"currency\":\"XTS\"}]");
    }
}
