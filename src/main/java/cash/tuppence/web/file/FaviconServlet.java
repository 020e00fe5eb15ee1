package cash.tuppence.web.file;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /favicon.ico}, which browsers ask for unasked: our mark, which is an SVG. */
public final class FaviconServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StaticFiles files;

    public FaviconServlet(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.find("/assets/mark.svg")
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND))
                .send(request, response, "public, max-age=86400");
    }
}
