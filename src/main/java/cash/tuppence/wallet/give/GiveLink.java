package cash.tuppence.wallet.give;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a link to a donation page brings along, and its form sends back.
 *
 * @param reference the linking site's own, such as a campaign; may be empty
 * @param returnUrl where to go afterwards; may be empty
 */
record GiveLink(String handle, String reference, String returnUrl) {
    static final int MOST_CHARACTERS = 200;

    String path() {
        return "/give/" + handle;
    }

    /** The same page with that amount filled in; an empty one fills in nothing. */
    String path(String amount) {
        StringBuilder path = new StringBuilder(path());
        append(path, "amount", amount);
        append(path, "reference", reference);
        append(path, "return_url", returnUrl);
        return path.toString();
    }

    private static void append(StringBuilder path, String name, String value) {
        if (!value.isEmpty()) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
