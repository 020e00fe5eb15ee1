package cash.tuppence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String body) {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" ([^>]*)>");

    /** This very reply, where it has that status. */
    public Reply expect(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    /** The header, or empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String location() {
        return header("Location");
    }

    /** The text of the element with that {@code data-test} hook. */
    public Optional<String> hook(String name) {
        Matcher matcher = Pattern.compile("data-test=\"" + Pattern.quote(name) + "\"[^>]*>([^<]*)<")
                .matcher(body);
        return matcher.find()
                ? Optional.of(HtmlEscape.unescapeHtml(matcher.group(1)).strip())
                : Optional.empty();
    }

    /** What stands beside a field. */
    public Optional<String> error(String field) {
        return hook("error-" + field);
    }

    public Map<String, String> hiddenFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(body);
        while (matcher.find()) {
            fields.put(attribute(matcher.group(1), "name"), attribute(matcher.group(1), "value"));
        }
        return fields;
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? HtmlEscape.unescapeHtml(matcher.group(1)) : "";
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }
}
