package cash.tuppence.hostile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bad values as a body of JSON can hold them, and values of all other types. */
final class ApiValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ApiValues() {}

    static Map<String, JsonNode> of(List<Payload> payloads) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        payloads.forEach(payload -> values.put(payload.name(), JSON.stringNode(payload.text())));
        values.put("null", JSON.nullNode());
        values.put("true", JSON.booleanNode(true));
        values.put("a number", JSON.numberNode(12));
        values.put("a negative number", JSON.numberNode(-1));
        values.put("a part of a number", JSON.numberNode(1.5));
        values.put("a huge number", JSON.numberNode(new BigDecimal("1e400")));
        values.put("a list", parsed("[]"));
        values.put("a list of everything", parsed("[null,true,1,\"a\",{},[[]]]"));
        values.put("an object", parsed("{}"));
        values.put("an odd object", parsed("{\"__proto__\":{\"a\":1},\"\":null,\"<hx7q>\":[]}"));
        values.put("half a character", JSON.stringNode("a\uD800b"));
        return values;
    }

    private static JsonNode parsed(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
