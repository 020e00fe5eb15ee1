package cash.tuppence.hostile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One call, as the API's own document tells of it. */
record ApiOperation(String method, String pattern, JsonNode node, JsonNode document) {
    /** More than anybody has: what would move cash comes as far as the decision, and no further. */
    private static final String TOO_MUCH = "900000.00";

    static List<ApiOperation> all(JsonNode document) {
        List<ApiOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue()
                    .properties()
                    .forEach(method -> all.add(new ApiOperation(
                            method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document)));
        }
        return all;
    }

    boolean takesId() {
        return pattern.contains("{id}");
    }

    boolean takesBody() {
        return node.has("requestBody");
    }

    boolean deletes() {
        return method.equals("DELETE");
    }

    boolean takes(String scheme) {
        return node.path("security").valueStream().anyMatch(one -> one.has(scheme));
    }

    boolean isOpen() {
        return node.path("security").isEmpty();
    }

    String path(String id) {
        return pattern.replace("{id}", id);
    }

    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode given : node.path("parameters")) {
            JsonNode parameter = resolved(given);
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.get("name").asString());
            }
        }
        return names;
    }

    /** The body that the document shows, with no more cash in it than can be refused. */
    JsonNode example() {
        JsonNode example = node.at("/requestBody/content/application~1json/example");
        if (example.isMissingNode()) {
            return MissingNode.getInstance();
        }
        JsonNode copy = example.deepCopy();
        if (pattern.startsWith("/api/v1/transfers")) {
            copy.findValues("amount").stream()
                    .filter(ObjectNode.class::isInstance)
                    .forEach(amount -> ((ObjectNode) amount).put("amount", TOO_MUCH));
        }
        if (pattern.equals("/api/v1/users")) {
            ((ObjectNode) copy).remove("balance");
        }
        return copy;
    }

    /** Where in a body something may stand, such as {@code amount.currency} or {@code items.0.name}. */
    Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        gather(node.at("/requestBody/content/application~1json/schema"), "", members);
        return members;
    }

    private void gather(JsonNode given, String before, Set<String> members) {
        JsonNode schema = resolved(given);
        if (before.chars().filter(c -> c == '.').count() > 4) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            members.add(before + property.getKey());
            gather(property.getValue(), before + property.getKey() + ".", members);
        });
        if (schema.has("items")) {
            members.add(before + "0");
            gather(schema.get("items"), before + "0.", members);
        }
        for (String part : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(part).forEach(one -> gather(one, before, members));
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.get("$ref").asString().substring(1)))
                : node;
    }

    JsonNode with(String member, JsonNode value) {
        ObjectNode body = body();
        set(body, List.of(member.split("\\.")), value);
        return body;
    }

    JsonNode without(String member) {
        ObjectNode body = body();
        List<String> steps = List.of(member.split("\\."));
        JsonNode parent = body;
        for (String step : steps.subList(0, steps.size() - 1)) {
            parent = step.equals("0") ? parent.path(0) : parent.path(step);
        }
        if (parent instanceof ObjectNode object) {
            object.remove(steps.get(steps.size() - 1));
        }
        return body;
    }

    private ObjectNode body() {
        return example() instanceof ObjectNode object
                ? object
                : JsonMapper.shared().createObjectNode();
    }

    private static void set(JsonNode parent, List<String> steps, JsonNode value) {
        String step = steps.get(0);
        JsonNode child = steps.size() == 1 ? value : child(parent, steps);
        if (parent instanceof ArrayNode array) {
            array.removeAll();
            array.add(child);
        } else {
            ((ObjectNode) parent).set(step, child);
        }
        if (steps.size() > 1) {
            set(child, steps.subList(1, steps.size()), value);
        }
    }

    /** What is there already, where more can be put below it. */
    private static JsonNode child(JsonNode parent, List<String> steps) {
        boolean list = steps.get(1).equals("0");
        JsonNode there = parent.isArray() ? parent.path(0) : parent.path(steps.get(0));
        if (list ? there.isArray() : there.isObject()) {
            return there;
        }
        return list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
    }
}
