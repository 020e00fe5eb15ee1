package cash.tuppence.checkout.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/api} shows: the API's document, for people to read. */
public final class ApiReference {
    private final JsonNode document;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ApiReference(OpenApi document) {
        this.document = document.tree();
    }

    /** Calls that belong together. */
    public record Section(String name, String anchor, String description, List<Operation> operations) {}

    /**
     * A call.
     *
     * @param access one way in a line, empty where anybody may
     * @param body the shape of what is sent; empty where nothing is
     * @param sample commands that can be pasted
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            Words description,
            List<Words> access,
            List<Field> parameters,
            Type body,
            List<Reply> replies,
            String sample,
            String answer) {}

    /** One possible answer. */
    public record Reply(String status, Words description, Type shape) {}

    /** A parameter, or a member of a shape. */
    public record Field(String name, Type type, String note, Words description) {}

    /** A shape of what is sent or answered: it has members, or is one of some texts. */
    public record Shape(String name, Words description, List<Field> fields, List<String> values) {}

    public Map<String, Object> model() {
        return Map.of(
                "intro", Words.of(document.at("/info/description").asString()),
                "sections", sections(),
                "shapes", shapes());
    }

    private List<Section> sections() {
        return document.get("tags")
                .valueStream()
                .map(tag -> {
                    String name = tag.get("name").asString();
                    String anchor = name.toLowerCase(Locale.ROOT).replace(' ', '-');
                    return new Section(name, anchor, tag.get("description").asString(), operations(name));
                })
                .toList();
    }

    private List<Operation> operations(String tag) {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(method ->
                                method.getValue().at("/tags/0").asString().equals(tag))
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode operation) {
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                operation.get("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("summary").asString(),
                Words.of(operation.get("description").asString()),
                operation.get("security").valueStream().map(this::access).toList(),
                parameters(operation),
                body.isMissingNode() ? new Type("", "") : Type.of(body),
                replies(operation),
                operation.at("/x-codeSamples/0/source").asString(),
                answer(operation));
    }

    private Words access(JsonNode way) {
        String scheme = way.propertyNames().iterator().next();
        String scopes = way.get(scheme)
                .valueStream()
                .map(scope -> "`" + scope.asString() + "`")
                .collect(Collectors.joining(", "));
        String what = switch (scheme) {
            case "secretKey" -> "a secret key";
            case "operatorToken" -> "an operator’s access token";
            default -> "an access token";
        };
        return Words.of(scopes.isEmpty() ? what : what + " with " + scopes);
    }

    private List<Field> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .map(parameter -> new Field(
                        parameter.get("name").asString(),
                        Type.of(parameter.get("schema")),
                        note(
                                parameter.path("required").asBoolean(false),
                                parameter.get("in").asString()),
                        Words.of(parameter.get("description").asString())))
                .toList();
    }

    private static String note(boolean required, String place) {
        String where = place.equals("query") ? "" : place.equals("path") ? "in the address" : "header";
        return required && where.isEmpty() ? "needed" : where;
    }

    private List<Reply> replies(JsonNode operation) {
        return operation
                .get("responses")
                .propertyStream()
                .map(reply -> {
                    JsonNode found = resolved(reply.getValue());
                    return new Reply(
                            reply.getKey(), Words.of(found.get("description").asString()), shapeOf(found));
                })
                .toList();
    }

    private static Type shapeOf(JsonNode reply) {
        JsonNode content = reply.path("content");
        return content.isEmpty()
                ? new Type("", "")
                : Type.of(content.iterator().next().get("schema"));
    }

    /** The first answer's example, as it would be read. */
    private String answer(JsonNode operation) {
        JsonNode first = operation.get("responses").iterator().next();
        JsonNode example = first.at("/content/application~1json/example");
        return example.isMissingNode() ? "" : mapper.writeValueAsString(example);
    }

    private JsonNode resolved(JsonNode node) {
        return Optional.ofNullable(node.get("$ref"))
                .map(ref -> document.at(ref.asString().substring(1)))
                .orElse(node);
    }

    private List<Shape> shapes() {
        return document.at("/components/schemas")
                .propertyStream()
                .map(schema -> shape(schema.getKey(), schema.getValue()))
                .toList();
    }

    private Shape shape(String name, JsonNode schema) {
        JsonNode choices = schema.path("oneOf");
        return new Shape(
                name,
                Words.of(schema.path("description").asString("")),
                choices.isMissingNode()
                        ? fields(schema)
                        : choices.valueStream()
                                .flatMap(one -> fields(one).stream())
                                .toList(),
                schema.path("enum").valueStream().map(JsonNode::asString).toList());
    }

    private List<Field> fields(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        return schema.path("properties")
                .propertyStream()
                .map(member -> new Field(
                        member.getKey(),
                        Type.of(member.getValue()),
                        required.contains(member.getKey()) ? "" : "may be left out",
                        Words.of(member.getValue().path("description").asString(""))))
                .toList();
    }
}
