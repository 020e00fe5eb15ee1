package cash.tuppence.web.guard;

import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.Urls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers to be strict with every answer of ours. */
public final class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final boolean https;

    public SecurityHeadersFilter(Urls urls) {
        this.https = urls.isHttps();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentPolicy.apply(response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        if (!keepsOpener(request)) {
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }

    /** A page in a popup must reach the page that opened it, or the store never hears that it was paid. */
    private static boolean keepsOpener(HttpServletRequest request) {
        return RouteMatch.of(request)
                .filter(match -> match.route().keepsOpener())
                .isPresent();
    }
}
