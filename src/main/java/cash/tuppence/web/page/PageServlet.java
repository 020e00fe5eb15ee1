package cash.tuppence.web.page;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Allowed;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The base of every page. It answers the methods that it overrides, and no other. */
public abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient List<String> allowed = Allowed.by(getClass(), PageServlet.class, List.of("get", "post"));

    protected PageServlet(Pages pages) {
        this.pages = pages;
    }

    /** Answers GET and HEAD. */
    protected void get(Page page) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    protected void post(Page page) throws IOException {
        throw new Refusal(Reason.METHOD_NOT_ALLOWED);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page page = new Page(pages, request, response);
        String method = request.getMethod();
        if (!allowed.contains(method.equals("HEAD") ? "GET" : method)) {
            response.setHeader("Allow", String.join(", ", allowed));
            throw new Refusal(Reason.METHOD_NOT_ALLOWED);
        }
        if (method.equals("POST")) {
            post(page);
        } else {
            get(page);
        }
    }
}
