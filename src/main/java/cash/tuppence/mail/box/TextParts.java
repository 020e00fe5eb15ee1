package cash.tuppence.mail.box;

import cash.tuppence.web.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail's text, taken apart so that the addresses of ours in it, and no others, can be links. */
final class TextParts {
    private final Pattern ours;

    TextParts(Urls urls) {
        ours = Pattern.compile(Pattern.quote(urls.absolute("/")) + "[^\\s<>\"]*");
    }

    /**
     * @param link whether the text is an address of ours
     */
    record Part(String text, boolean link) {}

    List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher links = ours.matcher(text);
        int end = 0;
        while (links.find()) {
            parts.add(new Part(text.substring(end, links.start()), false));
            parts.add(new Part(links.group(), true));
            end = links.end();
        }
        parts.add(new Part(text.substring(end), false));
        return parts;
    }
}
