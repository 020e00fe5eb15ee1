package cash.tuppence.web.guard;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Access;
import cash.tuppence.web.RouteMatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Lets a form through only where it is of a sane size, can be read, and proves that it is ours. */
public final class FormFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 256 * 1024;

    /** A picture, and the form around it. Only a page of a member or a business takes any, and keeps it in memory. */
    private static final int MOST_UPLOADED_BYTES = 1280 * 1024;

    /** What the container takes in of a form that carries a file. */
    public static final MultipartConfigElement UPLOADS =
            new MultipartConfigElement("", MOST_UPLOADED_BYTES, MOST_UPLOADED_BYTES, MOST_UPLOADED_BYTES);

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final transient Csrf csrf;

    public FormFilter(Csrf csrf) {
        this.csrf = csrf;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean harmless = HARMLESS.contains(request.getMethod());
        boolean takesForms = !RouteMatch.hasAccess(request, Access.API) && !RouteMatch.hasAccess(request, Access.FILE);
        // Whoever else takes a body reads it itself: it must not be taken for a form here.
        if (takesForms || harmless) {
            requireReadable(request);
        }
        if (takesForms && !harmless) {
            csrf.check(request);
        }
        chain.doFilter(request, response);
    }

    private static void requireReadable(HttpServletRequest request) {
        if (request.getContentLengthLong() > mostBytes(request)) {
            throw new Refusal(Reason.BODY_TOO_LARGE);
        }
        try {
            request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    private static int mostBytes(HttpServletRequest request) {
        String type = request.getContentType();
        boolean uploads = type != null && type.startsWith("multipart/form-data");
        boolean byMember =
                RouteMatch.hasAccess(request, Access.MEMBER) || RouteMatch.hasAccess(request, Access.BUSINESS);
        return uploads && byMember ? MOST_UPLOADED_BYTES : MOST_BYTES;
    }
}
