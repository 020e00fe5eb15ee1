package cash.tuppence.wallet.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a problem document that says what is wrong with it, and nothing moves. */
class HostileInputTest {
    private static final String PATH = "/api/v1/transfers";
    private static final String GOOD =
            "\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}";

    private static TestServer server;
    private static long transfersBefore;

    private final TestBrowser program = server.browser();

    @BeforeAll
    static void open() {
        server = TestServer.start();
        transfersBefore = transfers();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static long transfers() {
        return Rows.number(server, "select count(*) from transfers");
    }

    private HttpRequest.Builder request(String path) {
        return program.request(path)
                .header("Authorization", "Bearer pat_demo_payer")
                .header("Content-Type", "application/json");
    }

    private Reply post(String path, byte[] body) {
        return program.send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    private static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("code").asString()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("tools.jackson");
        assertThat(transfers()).isEqualTo(transfersBefore);
    }

    private static Arguments with(int status, String more) {
        return Arguments.of(status, "{" + GOOD + "," + more + "}");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(400, "{"),
                Arguments.of(400, "nonsense"),
                Arguments.of(400, "null"),
                Arguments.of(400, "[]"),
                Arguments.of(400, "\"text\""),
                Arguments.of(400, "17"),
                Arguments.of(400, "{" + GOOD + "}{}"),
                Arguments.of(400, "{" + GOOD + "} trailing"),
                Arguments.of(400, "{'recipient':'@friend'}"),
                Arguments.of(400, "{" + GOOD + ",\"message\":\"a\u0000b\"}"),
                with(400, GOOD),
                with(400, "\"metadata\":{\"a\":1,\"a\":2}"),
                with(400, "\"metadata\":NaN"),
                with(400, "\"metadata\":" + "[".repeat(20_000) + "]".repeat(20_000)),
                with(400, "\"metadata\":{\"a\":" + "9".repeat(2_000) + "}"),
                with(422, "\"metadata\":" + "{\"a\":".repeat(300) + "1" + "}".repeat(300) + ",\"mode\":\"later\""),
                with(422, "\"expires_in_seconds\":99999999999999999999"),
                with(422, "\"expires_in_seconds\":1e999"),
                with(422, "\"expires_in_seconds\":1.5"),
                with(422, "\"expires_in_seconds\":\"60\""),
                with(422, "\"expires_in_seconds\":-1"),
                with(422, "\"message\":{}"),
                with(422, "\"message\":\"\\ud800\""),
                with(422, "\"message\":\"a\\u0000b\""),
                with(422, "\"message\":\"" + "m".repeat(281) + "\""),
                with(422, "\"mode\":[\"hold\"]"),
                Arguments.of(
                        422,
                        "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"" + "9".repeat(5_000)
                                + "\",\"currency\":\"USD\"}}"),
                Arguments.of(422, "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"1e9\",\"currency\":\"USD\"}}"),
                Arguments.of(
                        422,
                        "{\"recipient\":\"@" + "f".repeat(5_000)
                                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}"),
                Arguments.of(
                        422, "{\"recipient\":\"' or 1=1 -- \",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}"),
                Arguments.of(413, "{\"message\":\"" + "m".repeat(70_000) + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBody(int status, String body) {
        assertProblem(post(PATH, body.getBytes(StandardCharsets.UTF_8)), status);
    }

    @Test
    void bytesThatAreNoText() {
        byte[] body = ("{" + GOOD + ",\"message\":\"?\"}").getBytes(StandardCharsets.US_ASCII);
        for (byte odd : new byte[] {(byte) 0xFF, (byte) 0xC0, (byte) 0xE2, (byte) 0x80}) {
            byte[] broken = body.clone();
            broken[body.length - 3] = odd;
            assertProblem(post(PATH, broken), 400);
        }
        assertProblem(post(PATH, new byte[] {0x1F, (byte) 0x8B, 8, 0}), 400);
        assertProblem(post(PATH, "{}".getBytes(StandardCharsets.UTF_16)), 422);
    }

    @Test
    void aBatch() {
        String path = PATH + "/batch";
        for (String body : List.of("[]", "null", "{\"transfers\":", "{\"transfers\":[{}],\"transfers\":[{}]}")) {
            assertProblem(post(path, body.getBytes(StandardCharsets.UTF_8)), 400);
        }
        for (String body : List.of("{\"transfers\":{}}", "{\"transfers\":[]}", "{\"transfers\":\"x\"}")) {
            assertProblem(post(path, body.getBytes(StandardCharsets.UTF_8)), 422);
        }
        byte[] huge = new byte[(8 << 20) + 1];
        Arrays.fill(huge, (byte) ' ');
        assertProblem(post(path, huge), 413);
    }

    @Test
    void anotherContentType() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "x", "")) {
            Reply reply = program.send(program.request(PATH)
                    .header("Authorization", "Bearer pat_demo_payer")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{" + GOOD + "}")));
            assertProblem(reply, 415);
        }
    }

    @Test
    void anotherMethod() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "BREW")) {
            Reply reply = program.send(request(PATH).method(method, BodyPublishers.noBody()));
            assertProblem(reply, 405);
            assertThat(reply.header("Allow")).isEqualTo("GET, POST");
        }
        assertProblem(program.send(request(PATH).method("TRACE", BodyPublishers.noBody())), 405);
        assertThat(program.send(request(PATH + "/batch").GET()).expect(405).header("Allow"))
                .isEqualTo("POST");
    }

    @Test
    void anotherPath() {
        for (String path : List.of(
                "/api/v1/nothing",
                "/api/",
                "/api/v2/transfers",
                PATH + "/",
                PATH + "/tr_x",
                PATH + "/tr_x/post/more",
                PATH + "/%F0%9F%92%B8",
                PATH + "/" + "x".repeat(3_000))) {
            assertProblem(program.send(request(path).GET()), 404);
        }
        // These the container turns away before it looks whose they are.
        program.send(request(PATH + "/a%00b").GET()).expect(400);
        program.send(request(PATH + "/a%2Fb").GET()).expect(400);
    }

    @Test
    void anotherKeyOrToken() {
        for (String key : List.of("k".repeat(256), " ", "\t")) {
            Reply reply = program.send(
                    request(PATH).header("Idempotency-Key", key).POST(BodyPublishers.ofString("{" + GOOD + "}")));
            assertProblem(reply, 422);
        }
        for (String token : List.of("", "Bearer", "Bearer ", "Basic eDp5", "Bearer pat_" + "x".repeat(4_000))) {
            Reply reply = program.send(program.request(PATH)
                    .header("Authorization", token)
                    .POST(BodyPublishers.ofString("{" + GOOD + "}")));
            assertProblem(reply, 401);
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
