package cash.tuppence.web;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * The one servlet that the container knows. It hands each request to the servlet of its route: the container's own
 * patterns cannot say {@code /@{handle}}, and a second list of URLs would be one too many.
 */
public final class Router extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient RouteTable table;

    public Router(RouteTable table) {
        this.table = table;
    }

    @Override
    public void init() throws ServletException {
        for (HttpServlet servlet : servlets()) {
            servlet.init(getServletConfig());
        }
    }

    @Override
    public void destroy() {
        servlets().forEach(HttpServlet::destroy);
    }

    private List<HttpServlet> servlets() {
        return table.routes().stream().map(Route::servlet).distinct().toList();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RouteMatch match = RouteMatch.of(request).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        match.route().servlet().service(request, response);
    }
}
