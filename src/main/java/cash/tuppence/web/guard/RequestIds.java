package cash.tuppence.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** Gives each request an id, by which the log, the trail and the answer name it. */
public final class RequestIds extends HttpFilter {
    /** What the log's pattern calls it. */
    public static final String NAME = "request";

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final String HEADER = "X-Request-Id";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // No secret: it only has to be another one each time.
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** The request's id; empty where it came by another way. */
    public static String of(ServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE)).orElse("");
    }
}
