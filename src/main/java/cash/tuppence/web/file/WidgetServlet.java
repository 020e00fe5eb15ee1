package cash.tuppence.web.file;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The widget, for pages of any origin: under a name that follows our versions, and under one that never changes. */
public final class WidgetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Widget> widget;

    public WidgetServlet(Optional<Widget> widget) {
        this.widget = widget;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Widget found = widget.orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        String path = request.getServletPath();
        boolean immutable = path.equals(found.immutablePath());
        if (!immutable && !path.equals("/plugin/v1/tuppence.js")) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        found.file()
                .send(
                        request,
                        response,
                        immutable ? "public, max-age=31536000, immutable" : "public, max-age=300, must-revalidate");
    }
}
