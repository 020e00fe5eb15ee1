package cash.tuppence.checkout.docs;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's document, read as strictly as can be: what it does not name is at fault. */
final class ApiDocument {
    private final JsonNode document;
    private final JsonNode strict;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    ApiDocument(String text) {
        document = JsonMapper.shared().readTree(text);
        strict = JsonMapper.shared().readTree(text);
        close(strict.at("/components/schemas"));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    /**
     * A call.
     *
     * @param method in capitals
     */
    record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.get("operationId").asString();
        }

        boolean takesBody() {
            return node.has("requestBody");
        }

        boolean isOpen() {
            return node.get("security").isEmpty();
        }

        String sample() {
            return node.at("/x-codeSamples/0/source").asString();
        }

        /** The status of the answer where all is well. */
        String success() {
            return node.get("responses").propertyNames().iterator().next();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue()
                    .properties()
                    .forEach(method -> operations.add(new Operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue())));
        }
        return operations;
    }

    JsonNode schemas() {
        return document.at("/components/schemas");
    }

    /** The answer that the call has with that status; missing where it is not in the document. */
    JsonNode response(Operation operation, String status) {
        JsonNode found = operation.node().get("responses").path(status);
        return found.has("$ref") ? document.at(found.get("$ref").asString().substring(1)) : found;
    }

    /** What is wrong with that value, by the schema of some content. */
    List<String> faults(JsonNode content, JsonNode value) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("allOf", JsonMapper.shared().createArrayNode().add(content.get("schema")));
        root.set("components", strict.get("components"));
        return schemas.getSchema(root).validate(value).stream()
                .map(Error::toString)
                .toList();
    }
}
