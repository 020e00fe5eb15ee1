package cash.tuppence.app.metrics;

import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /metrics}, for Prometheus. */
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;
    private final boolean guarded;

    /**
     * @param guarded whether an operator's token must be shown
     */
    public MetricsServlet(Metrics metrics, boolean guarded) {
        this.metrics = metrics;
        this.guarded = guarded;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guarded) {
            Caller.of(request).require(Scope.METRICS_READ);
        }
        response.setContentType("text/plain;version=0.0.4;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(metrics.scrape());
    }
}
