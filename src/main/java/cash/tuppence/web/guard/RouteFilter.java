package cash.tuppence.web.guard;

import cash.tuppence.web.RouteTable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Finds out which route is asked for, before anything else needs to know. */
public final class RouteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient RouteTable table;

    public RouteFilter(RouteTable table) {
        this.table = table;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        table.find(request.getServletPath()).ifPresent(match -> match.attachTo(request));
        chain.doFilter(request, response);
    }
}
