package cash.tuppence.checkout.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a value is, in words for people.
 *
 * @param text such as {@code list of} or {@code text or null}
 * @param shape the name of the shape that it has; empty for plain text, numbers and the like
 */
record Type(String text, String shape) {
    private static final String REFERENCE = "#/components/schemas/";

    static Type of(JsonNode schema) {
        Optional<String> named = named(schema);
        if (named.isPresent()) {
            return new Type("", named.get());
        }
        if (schema.has("oneOf")) {
            return new Type("null or", named(schema.get("oneOf").get(0)).orElse(""));
        }
        List<String> names = names(schema.get("type"));
        if (names.contains("array")) {
            Type item = of(schema.get("items"));
            return new Type("list of" + (item.text().isEmpty() ? "" : " " + item.text()), item.shape());
        }
        return new Type(names.stream().map(name -> word(name, schema)).collect(Collectors.joining(" or ")), "");
    }

    private static Optional<String> named(JsonNode schema) {
        return Optional.ofNullable(schema.get("$ref")).map(ref -> ref.asString().substring(REFERENCE.length()));
    }

    private static List<String> names(JsonNode type) {
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private static String word(String name, JsonNode schema) {
        return switch (name) {
            case "string" -> schema.path("format").asString("").equals("date-time") ? "time" : "text";
            case "integer" -> "whole number";
            case "boolean" -> "true or false";
            default -> name;
        };
    }
}
