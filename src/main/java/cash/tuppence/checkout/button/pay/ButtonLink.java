package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.web.page.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a link to a button's page brings along, and its form sends back: kept over signing in or up in place.
 *
 * @param amount as it was typed, like the others; each may be empty
 */
record ButtonLink(String path, String reference, String amount, String quantity, String message) {
    static final int LONGEST_REFERENCE = 200;

    private static final int LONGEST_PATH = 1800;

    static ButtonLink of(Button button, Page page) {
        return new ButtonLink(
                button.path(),
                page.parameter("reference"),
                page.parameter("amount"),
                page.parameter("quantity"),
                page.parameter("message"));
    }

    /** The page with all of it filled in. A message that would make the address too long on its way is left out. */
    String full() {
        StringBuilder link = new StringBuilder(path);
        append(link, "reference", reference);
        append(link, "amount", amount);
        append(link, "quantity", quantity);
        int without = link.length();
        append(link, "message", message);
        return link.substring(0, link.length() > LONGEST_PATH ? without : link.length());
    }

    ButtonLink withAmount(String other) {
        return new ButtonLink(path, reference, other, quantity, message);
    }

    private static void append(StringBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.append(link.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
