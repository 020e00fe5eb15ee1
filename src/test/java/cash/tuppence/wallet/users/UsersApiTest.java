package cash.tuppence.wallet.users;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.wallet.api.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UsersApiTest {
    private static final String PATH = "/api/v1/users";

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final ApiClient operator = ApiClient.of(server, "pat_demo_admin");

    /** A body with all that is needed; the address follows from the handle. */
    private static String body(String handle, String more) {
        return "{\"name\":\"Nina Newcomer\",\"handle\":\"" + handle + "\",\"email\":\"" + handle
                + "@Example.Test\",\"region\":\"US-UT\"" + more + "}";
    }

    private static String withBalance(String handle) {
        return body(handle, ",\"balance\":{\"amount\":\"250.5001\",\"currency\":\"USD\"}");
    }

    private static ApiClient programOf(JsonNode user) {
        return ApiClient.of(server, user.get("token").asString());
    }

    @Test
    void aPersonIsRegisteredAndTheirTokenWorksAtOnce() {
        JsonNode user = operator.post(PATH, withBalance("nina")).expect(201).json();

        assertThat(user.get("id").asString()).startsWith("w_");
        assertThat(user.get("handle").asString()).isEqualTo("nina");
        assertThat(user.get("name").asString()).isEqualTo("Nina Newcomer");
        assertThat(user.get("email").asString()).isEqualTo("nina@example.test");
        assertThat(user.get("region").asString()).isEqualTo("US-UT");
        assertThat(user.get("token").asString()).matches("pat_[0-9A-Za-z]{43}");
        JsonNode me = programOf(user).get("/api/v1/me").expect(200).json();
        assertThat(me.get("id")).isEqualTo(user.get("id"));
        assertThat(me.get("balances"))
                .isEqualTo(user.get("balances"))
                .hasToString("[{\"amount\":\"250.5001\",\"held\":\"0.00\",\"currency\":\"USD\"}]");
        programOf(user)
                .post(
                        "/api/v1/transfers",
                        "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}")
                .expect(201);
        programOf(user).post(PATH, body("ninas-friend", "")).expect(403);
    }

    @Test
    void withoutABalanceTheWalletIsEmpty() {
        JsonNode user = operator.post(PATH, body("empty-hands", "")).expect(201).json();

        assertThat(user.get("balances")).hasToString("[{\"amount\":\"0.00\",\"held\":\"0.00\",\"currency\":\"USD\"}]");
        assertThat(programOf(user).get("/api/v1/me").expect(200).json().get("balances"))
                .isEqualTo(user.get("balances"));
    }

    @Test
    void whoeverHasNoPasswordCannotSignInByOne() {
        operator.post(PATH, body("no-password", "")).expect(201);
        for (String password : List.of("tuppence-demo", "none-at-all")) {
            server.browser()
                    .post("/login", Map.of("email", "no-password@example.test", "password", password))
                    .expect(422);
        }
    }

    @Test
    void allThatIsWrongIsSaidFieldByField() {
        Reply nothing = operator.post(PATH, "{}").expect(422);
        assertThat(fields(nothing)).containsExactly("name", "handle", "email", "region");
        assertThat(nothing.json().get("code").asString()).isEqualTo("invalid_request");

        Reply wrong = operator.post(
                        PATH,
                        "{\"name\":\" \",\"handle\":\"No Handle\",\"email\":\"nobody\",\"region\":\"XX-XX\","
                                + "\"balance\":{\"amount\":\"-1\",\"currency\":\"USD\"}}")
                .expect(422);
        assertThat(fields(wrong)).containsExactly("name", "handle", "email", "region", "balance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"1\"}",
                "{\"amount\":\"1\",\"currency\":\"ZZZ\"}",
                "{\"currency\":\"USD\"}",
                "{\"amount\":1,\"currency\":\"USD\"}",
                "{\"amount\":\"0.00001\",\"currency\":\"USD\"}",
                "\"1\""
            })
    void aBalanceThatIsNoneIsRefused(String balance) {
        Reply refused = operator.post(PATH, body("bad-balance", ",\"balance\":" + balance))
                .expect(422);

        assertThat(fields(refused)).singleElement().asString().startsWith("balance");
        assertThat(people("bad-balance")).isZero();
    }

    @Test
    void whatSomebodyHasAlreadyIsRefusedBesideItsField() {
        assertThat(fields(operator.post(PATH, body("payer", "")).expect(422))).containsExactly("handle", "email");
        String handle = body("payer", "").replace("payer@", "payer-two@");
        assertThat(fields(operator.post(PATH, handle).expect(422))).containsExactly("handle");
        String email = body("payer-three", "").replace("payer-three@", "payer@");
        assertThat(fields(operator.post(PATH, email).expect(422))).containsExactly("email");
        assertThat(people("payer-three")).isZero();
        assertThat(fields(operator.post(PATH, body("admin", "")).expect(422))).containsExactly("handle");
    }

    @Test
    void aCallSentTwiceMakesOnePersonAndGivesOnce() {
        Optional<String> key = Optional.of("user-1");
        Reply first = operator.post(PATH, withBalance("twice"), key).expect(201);
        Reply second = operator.post(PATH, withBalance("twice"), key).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(people("twice")).isOne();
        assertThat(programOf(first.json()).balance()).isEqualTo("250.5001 held 0.00");
        assertThat(operator.post(PATH, withBalance("other"), key)
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void theTokenIsKeptNowhereInTheClear() {
        operator.post(PATH, body("secret", ""), Optional.of("user-2")).expect(201);

        assertThat(number(server, "select count(*) from idempotency_records where sealed"))
                .isPositive();
        assertThat(number(server, "select count(*) from idempotency_records where answer like '%pat\\_%'"))
                .isZero();
    }

    @Test
    void twinsAtOnceMakeOnePerson() {
        Optional<String> key = Optional.of("user-3");
        List<CompletableFuture<Reply>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ApiClient.of(server, "pat_demo_admin").post(PATH, withBalance("twins"), key)))
                .toList();

        List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(people("twins")).isOne();
        assertThat(programOf(replies.get(0).json()).balance()).isEqualTo("250.5001 held 0.00");
    }

    @Test
    void whatFailedBetweenThePersonAndTheGrantIsMadeUpFor() {
        Optional<String> key = Optional.of("user-4");
        Rows.execute(
                server,
                "create trigger no_grant before insert on transfers for each row"
                        + " signal sqlstate '23000' set mysql_errno = 4025, message_text = 'broken on purpose'");
        operator.post(PATH, withBalance("half-done"), key).expect(500);
        Rows.execute(server, "drop trigger no_grant");

        JsonNode user =
                operator.post(PATH, withBalance("half-done"), key).expect(201).json();

        assertThat(people("half-done")).isOne();
        assertThat(programOf(user).balance()).isEqualTo("250.5001 held 0.00");
    }

    @Test
    void onlyAnOperatorsTokenRegisters() {
        ApiClient.of(server, "pat_demo_payer").post(PATH, body("intruder", "")).expect(403);
        ApiClient.of(server, "sk_live_demo_corner_shop")
                .post(PATH, body("intruder", ""))
                .expect(403);
        ApiClient.of(server, "pat_nobody").post(PATH, body("intruder", "")).expect(401);
        assertThat(people("intruder")).isZero();
    }

    private static long people(String handle) {
        return number(server, "select count(*) from profiles where handle = '" + handle + "'");
    }

    private static List<String> fields(Reply refused) {
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
