package cash.tuppence.hostile;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes one call of the API again and again, each time with one member, parameter or id gone bad. */
final class ApiWalk {
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "17",
            "{\"a\":1,\"a\":2}",
            "{}{}",
            "[".repeat(50_000),
            "{\"metadata\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(900) + "}",
            "\u0000",
            "<hx7q>${7919*7907}",
            " ".repeat(9 << 20));

    private final Actor actor;
    private final Tally tally;
    private final String secret;
    private final ApiOperation operation;

    ApiWalk(Actor actor, Tally tally, String secret, ApiOperation operation) {
        this.actor = actor;
        this.tally = tally;
        this.secret = secret;
        this.operation = operation;
    }

    /** As the document's example has it, with an id of one's own. */
    void asItShould(String id) {
        call(operation.path(id), body(operation.example()), "its example");
    }

    /** With what belongs to somebody else. */
    void withOthers(List<String> ids) {
        for (String id : ids) {
            tally.tried(operation.pattern(), "{id}");
            call(operation.path(id), body(operation.example()), "somebody else’s");
        }
    }

    void run(String id, List<Payload> payloads) {
        List<Payload> inUrls = Payload.forUrls(payloads);
        for (Payload payload : inUrls) {
            if (operation.takesId() && !payload.encoded().isEmpty()) {
                tally.tried(operation.pattern(), "{id}");
                call(operation.path(payload.encoded()), body(operation.example()), "id " + payload.name());
            }
        }
        if (operation.deletes()) {
            return;
        }
        for (String member : operation.members()) {
            for (Map.Entry<String, JsonNode> value : ApiValues.of(payloads).entrySet()) {
                tally.tried(operation.pattern(), member);
                call(operation.path(id), body(operation.with(member, value.getValue())), member + " " + value.getKey());
            }
            tally.tried(operation.pattern(), member);
            call(operation.path(id), body(operation.without(member)), member + " missing");
        }
        for (String parameter : operation.parameters()) {
            for (Payload payload : inUrls) {
                tally.tried(operation.pattern(), "?" + parameter);
                String path = operation.path(id) + "?" + parameter + "=" + payload.encoded();
                call(path, body(operation.example()), parameter + " " + payload.name());
            }
        }
        if (operation.takesBody()) {
            wholeBodies(id);
        }
    }

    private void wholeBodies(String id) {
        for (String body : BODIES) {
            tally.tried(operation.pattern(), "body");
            call(operation.path(id), body.getBytes(StandardCharsets.UTF_8), "another body");
        }
        tally.tried(operation.pattern(), "body");
        call(operation.path(id), new byte[] {'{', '"', (byte) 0xFF, (byte) 0xC0, '"', '}'}, "no text");
    }

    private static byte[] body(JsonNode body) {
        return body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void call(String path, byte[] body, String note) {
        HttpRequest.Builder request = actor.browser()
                .request(path)
                .header("Authorization", "Bearer " + secret)
                .method(
                        operation.method(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        if (operation.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        actor.send(operation.method(), path.replaceFirst("\\?.*", ""), request, note);
    }

    /** Ids of one's own, for calls about one thing. */
    static String idFor(String pattern, Map<String, String> ids) {
        Map<String, String> kinds = new LinkedHashMap<>(Map.of(
                "transfers", "tr",
                "checkouts", "co",
                "buttons", "btn",
                "webhook_endpoints", "we",
                "deliveries", "dlv",
                "events", "evt"));
        String noun =
                pattern.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
        return ids.getOrDefault(kinds.getOrDefault(noun, ""), "x");
    }
}
