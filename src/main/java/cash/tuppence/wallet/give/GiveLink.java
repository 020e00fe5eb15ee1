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

    private static final int LONGEST_PATH = 1800;

    String path() {
        return "/give/" + handle;
    }

    /** The same page with that amount filled in. */
    String path(String amount) {
        return path(amount, "");
    }

    /**
     * The same page with what was typed filled in; an empty text fills in nothing. A message that would make the address
     * too long for everybody on its way is left out.
     */
    String path(String amount, String message) {
        StringBuilder path = new StringBuilder(path());
        append(path, "amount", amount);
        append(path, "reference", reference);
        append(path, "return_url", returnUrl);
        int without = path.length();
        append(path, "message", message);
        return path.substring(0, path.length() > LONGEST_PATH ? without : path.length());
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
