package cash.tuppence.web.guard;

import cash.tuppence.db.Tokens;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;

/**
 * What our pages may load and where their forms may lead. No inline script or style, so that markup which slips into a
 * page can do nothing. There is no address for reports: it would be one that anybody can write to; the browser tests
 * listen for violations instead.
 */
public final class ContentPolicy {
    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " form-action 'self'";

    private ContentPolicy() {}

    static void apply(HttpServletResponse response) {
        response.setHeader(HEADER, POLICY);
    }

    /**
     * For a page that was written elsewhere, such as a mail: nothing is loaded and nothing runs, and of styles that one
     * alone is used.
     */
    public static void onlyStyle(HttpServletResponse response, String style) {
        String hash = Base64.getEncoder().encodeToString(Tokens.sha256(style));
        response.setHeader(
                HEADER,
                "default-src 'none'; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");
    }

    /** Adds sources to {@code form-action}; each is a scheme such as {@code https:} or an origin. */
    public static void allowFormTargets(HttpServletResponse response, String... sources) {
        for (String source : sources) {
            if (!source.matches("[a-z]+:(//[0-9A-Za-z.:\\[\\]-]+)?")) {
                throw new IllegalArgumentException("not a CSP source: " + source);
            }
        }
        response.setHeader(HEADER, POLICY + " " + String.join(" ", sources));
    }
}
