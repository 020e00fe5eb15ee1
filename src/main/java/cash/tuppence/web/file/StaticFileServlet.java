package cash.tuppence.web.file;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves {@code /assets/…}: for good where the URL names the version, else to be asked for again. */
public final class StaticFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient StaticFiles files;

    public StaticFileServlet(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StaticFile file = files.find(request.getServletPath()).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        boolean versioned = file.version().equals(request.getParameter("v"));
        file.send(request, response, versioned ? "public, max-age=31536000, immutable" : "public, max-age=300");
    }
}
