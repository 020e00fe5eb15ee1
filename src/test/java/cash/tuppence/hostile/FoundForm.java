package cash.tuppence.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * A form as it stands on a page, with one of its buttons.
 *
 * @param page where it stands
 * @param path where it is sent, without a query
 */
record FoundForm(String page, String path, String pattern, boolean post, boolean multipart, List<Field> fields) {
    private static final Set<String> UNSENT = Set.of("submit", "button", "reset", "image");

    /**
     * A field.
     *
     * @param sent whether the form as it stands sends it
     * @param choice whether it takes one of a few values that stand in the page
     */
    record Field(String name, String value, boolean sent, boolean file, boolean choice) {}

    /** The form once for each of its buttons that says something, or once. */
    static List<FoundForm> of(Element form, String page, String path, String pattern) {
        List<Field> fields = fields(form);
        List<Field> buttons = form.select("button[name], input[type=submit][name]").stream()
                .map(button -> new Field(button.attr("name"), button.val(), true, false, false))
                .toList();
        boolean post = form.attr("method").equalsIgnoreCase("post");
        boolean multipart = form.attr("enctype").startsWith("multipart/");
        if (buttons.isEmpty()) {
            return List.of(new FoundForm(page, path, pattern, post, multipart, fields));
        }
        return buttons.stream()
                .map(button -> {
                    List<Field> with = new ArrayList<>(fields);
                    with.add(button);
                    return new FoundForm(page, path, pattern, post, multipart, List.copyOf(with));
                })
                .toList();
    }

    private static List<Field> fields(Element form) {
        List<Field> fields = new ArrayList<>();
        for (Element element : form.select("input[name], select[name], textarea[name]")) {
            if (!UNSENT.contains(element.attr("type"))) {
                fields.add(field(element));
            }
        }
        return fields;
    }

    private static Field field(Element element) {
        String type = element.attr("type");
        boolean ticked = type.equals("checkbox") || type.equals("radio");
        String value = switch (element.normalName()) {
            case "select" ->
                Optional.ofNullable(element.selectFirst("option[selected]"))
                        .or(() -> Optional.ofNullable(element.selectFirst("option")))
                        .map(Element::val)
                        .orElse("");
            case "textarea" -> element.wholeText();
            default -> element.val();
        };
        return new Field(
                element.attr("name"),
                value,
                !ticked || element.hasAttr("checked"),
                type.equals("file"),
                ticked || element.normalName().equals("select"));
    }

    Set<String> names() {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    /** Forms of one kind need to be tried once; where to go on to makes no other kind. */
    String kind() {
        Set<String> names = new TreeSet<>(names());
        names.remove("next");
        String buttons = fields.stream()
                .filter(field -> field.name().equals("action"))
                .map(Field::value)
                .collect(Collectors.joining());
        return pattern + " " + post + " " + names + " " + buttons;
    }
}
