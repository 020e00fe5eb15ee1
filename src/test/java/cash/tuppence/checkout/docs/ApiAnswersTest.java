package cash.tuppence.checkout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.member.api.Scope;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestProcess;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server really answers is what the document says, to the member: examples that are pasted, and refusals. */
class ApiAnswersTest {
    private static final Set<String> EVERY_PERMISSION =
            Set.of("checkouts:write", "refunds:write", "buttons:write", "webhooks:write", "transfers:write");

    private static TestServer server;
    private static ApiDocument document;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        document = new ApiDocument(
                server.browser().get("/api/v1/openapi.json").expect(200).body());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void eachExampleOnThePageCanBePasted() throws InterruptedException {
        payTwo();
        connectOne();
        Reply page = server.browser().get("/docs/api").expect(200);
        for (ApiDocument.Operation operation : document.operations()) {
            String sample = page.hook("sample-" + operation.id()).orElseThrow();
            assertThat(sample).isEqualTo(operation.sample()).contains(server.baseUrl());

            JsonNode answer = JsonMapper.shared().readTree(bash(sample));

            assertThat(faults(operation, operation.success(), answer))
                    .as("%s: %s", operation, answer)
                    .isEmpty();
        }
    }

    /** One is there to be captured, one to be given back. */
    private static void payTwo() {
        Merchant merchant = Merchant.live(server);
        TestBrowser payer = server.signedIn("payer");
        JsonNode later = merchant.create(Merchant.order("2.50").put("capture", "manual"))
                .expect(201)
                .json();
        for (JsonNode checkout : List.of(later, merchant.created("2.50"))) {
            payer.post(Merchant.payPath(checkout), Map.of("action", "pay")).expect(303);
        }
    }

    /** Somebody said yes to the program of the example. */
    private static void connectOne() {
        JsonNode example = byId("exchangeCode").node().at("/requestBody/content/application~1json/example");
        Rows.execute(
                server,
                "insert into connect_codes (id, profile_id, member_id, livemode, name, permissions, return_url,"
                        + " code_hash, challenge, made_at, expires_at)"
                        + " select 1, t.profile_id, t.member_id, false, 'Example', 'read checkouts:write', '"
                        + example.get("return_url").asString() + "', unhex(sha2('"
                        + example.get("code").asString() + "', 256)), unhex(sha2('"
                        + example.get("code_verifier").asString() + "', 256)), '2026-11-02', '2036-11-02'"
                        + " from team_members t join profiles p on p.id = t.profile_id where p.handle = 'corner-shop'");
    }

    private static String bash(String commands) throws InterruptedException {
        try (TestProcess shell =
                TestProcess.start(Path.of("").toAbsolutePath(), Map.of(), List.of("bash", "-euc", commands))) {
            assertThat(shell.awaitExit()).as(String.join("\n", shell.lines())).isZero();
            return String.join("\n", shell.lines());
        }
    }

    @Test
    void withoutATokenNothingIsOpenButWhatIsSaidToBe() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (!operation.isOpen()) {
                assertRefused(operation, 401, call(operation, "pat_nobody", "{}"));
            }
        }
    }

    @Test
    void eachCallAsksForTheScopesThatTheDocumentNames() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (!operation.isOpen()) {
                assertRefused(operation, 403, call(operation, tokenWithout(scopes(operation)), "{}"));
            }
        }
    }

    @Test
    void eachCallAsksAKeyForThePermissionThatTheDocumentNames() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (!operation.isOpen()) {
                Optional<Set<String>> needed = permissions(operation);
                Set<String> others = EVERY_PERMISSION.stream()
                        .filter(one -> !needed.orElse(Set.of()).contains(one))
                        .collect(Collectors.toSet());
                boolean admitted = call(operation, keyWith(others), "{}").status() != 403;
                assertThat(admitted)
                        .as("%s without %s", operation, needed)
                        .isEqualTo(needed.isPresent() && needed.get().isEmpty());
                needed.ifPresent(
                        some -> assertThat(call(operation, keyWith(some), "{}").status())
                                .as("%s with %s alone", operation, some)
                                .isNotEqualTo(403));
            }
        }
    }

    /** What a key needs beside reading; absent where no key will do. */
    private static Optional<Set<String>> permissions(ApiDocument.Operation operation) {
        return StreamSupport.stream(operation.node().get("security").spliterator(), false)
                .filter(way -> way.has("secretKey"))
                .findFirst()
                .map(way -> way.get("secretKey")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet()));
    }

    private static String keyWith(Set<String> permissions) {
        String secret = "sk_test_with_" + String.join("_", new TreeSet<>(permissions));
        Rows.execute(
                server,
                "insert ignore into api_keys (id, profile_id, livemode, secret_hash, hint, permissions, made_by, made_at)"
                        + " select " + Math.abs(secret.hashCode()) + ", id, false, unhex(sha2('" + secret
                        + "', 256)), 'test', 'read " + String.join(" ", permissions)
                        + "', 0, utc_timestamp(6) from profiles where handle = 'corner-shop'");
        return secret;
    }

    private static Set<String> scopes(ApiDocument.Operation operation) {
        return StreamSupport.stream(operation.node().get("security").spliterator(), false)
                .flatMap(way -> way.iterator().next().valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** Of an operator, with all other scopes. */
    private static String tokenWithout(Set<String> scopes) {
        String secret = "pat_without_" + String.join("_", scopes);
        String others = Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.CHECKOUTS)
                .map(Scope::text)
                .filter(scope -> !scopes.contains(scope))
                .collect(Collectors.joining(" "));
        Rows.execute(
                server,
                "insert ignore into access_tokens (id, secret_hash, member_id, name, scopes, created_at)"
                        + " select " + Math.abs(secret.hashCode()) + ", unhex(sha2('" + secret
                        + "', 256)), id, 'Test', '"
                        + others + "', utc_timestamp(6) from members where operator limit 1");
        return secret;
    }

    @Test
    void aBodyThatCannotBeReadIsRefusedAsTheDocumentSays() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.takesBody()) {
                String path = withIds(operation);
                assertRefused(operation, 400, send(path, post(operation, "{")));
                assertRefused(
                        operation,
                        415,
                        send(
                                path,
                                authorized(operation, path)
                                        .header("Content-Type", "text/plain")
                                        .method(operation.method(), BodyPublishers.ofString("hello"))));
            }
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.path().contains("{id}")) {
                assertRefused(operation, 404, call(operation, tokenFor(operation), "{}"));
            }
        }
    }

    @Test
    void faultsAndConflictsAreAsTheDocumentSays() {
        for (ApiDocument.Operation operation : document.operations()) {
            if (operation.node().at("/requestBody/required").asBoolean(false)) {
                assertRefused(operation, 422, send(withIds(operation), post(operation, "{}")));
            }
        }
        ApiDocument.Operation cancel = byId("cancelCheckout");
        String late = newId("/api/v1/checkouts", byId("createCheckout"));
        server.clock().advance(Duration.ofHours(2));
        assertRefused(cancel, 409, send("/api/v1/checkouts/" + late + "/cancel", post(cancel, "{}")));
    }

    private static ApiDocument.Operation byId(String id) {
        return document.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String newId(String path, ApiDocument.Operation create) {
        String body = create.node()
                .at("/requestBody/content/application~1json/example")
                .toString();
        return send(path, post(create, body)).expect(201).json().get("id").asString();
    }

    /** Its path, with the id of something new that is there. */
    private static String withIds(ApiDocument.Operation operation) {
        if (!operation.path().contains("{id}")) {
            return operation.path();
        }
        if (operation.path().startsWith("/api/v1/checkouts/")) {
            return operation.path().replace("{id}", newId("/api/v1/checkouts", byId("createCheckout")));
        }
        if (operation.path().startsWith("/api/v1/buttons")) {
            return operation.path().replace("{id}", newId("/api/v1/buttons", byId("createButton")));
        }
        if (operation.path().startsWith("/api/v1/webhook_endpoints/")) {
            String endpoint = newId("/api/v1/webhook_endpoints", byId("createWebhookEndpoint"));
            return operation.path().replace("{id}", endpoint);
        }
        String hold =
                "{\"recipient\":\"@friend\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"},\"mode\":\"hold\"}";
        ApiDocument.Operation create = byId("createTransfer");
        String id = send(create.path(), post(create, hold))
                .expect(201)
                .json()
                .get("id")
                .asString();
        return operation.path().replace("{id}", id);
    }

    private static String tokenFor(ApiDocument.Operation operation) {
        if (operation.isOpen()) {
            return "pat_nobody";
        }
        String scheme = operation
                .node()
                .get("security")
                .get(0)
                .propertyNames()
                .iterator()
                .next();
        return switch (scheme) {
            case "secretKey" -> "sk_live_demo_corner_shop";
            case "operatorToken" -> "pat_demo_admin";
            default -> "pat_demo_payer";
        };
    }

    private static Reply call(ApiDocument.Operation operation, String token, String body) {
        String path = operation.path().replace("{id}", "x") + (operation.path().endsWith("users") ? "?query=x" : "");
        HttpRequest.Builder request = server.browser().request(path).header("Authorization", "Bearer " + token);
        return send(
                path,
                operation.method().equals("GET")
                        ? request.GET()
                        : request.header("Content-Type", "application/json")
                                .method(operation.method(), BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder post(ApiDocument.Operation operation, String body) {
        return authorized(operation, operation.path())
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder authorized(ApiDocument.Operation operation, String path) {
        return server.browser()
                .request(path.replace("{id}", "x"))
                .header("Authorization", "Bearer " + tokenFor(operation));
    }

    private static Reply send(String path, HttpRequest.Builder request) {
        TestBrowser program = server.browser();
        return program.send(request.uri(java.net.URI.create(server.baseUrl() + path)));
    }

    private static void assertRefused(ApiDocument.Operation operation, int status, Reply reply) {
        assertThat(reply.status()).as("%s: %s", operation, reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(faults(operation, "" + status, reply.json()))
                .as("%s: %s", operation, reply.body())
                .isEmpty();
    }

    /** What the document does not say of that answer. */
    private static List<String> faults(ApiDocument.Operation operation, String status, JsonNode answer) {
        JsonNode response = document.response(operation, status);
        assertThat(response.isMissingNode())
                .as("%s has no %s", operation, status)
                .isFalse();
        return document.faults(response.get("content").iterator().next(), answer);
    }
}
