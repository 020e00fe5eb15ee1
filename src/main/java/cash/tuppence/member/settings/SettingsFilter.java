package cash.tuppence.member.settings;

import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.RouteTable;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Tells the pages of a member's settings the way around them. */
public final class SettingsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BELOW = "/settings/";

    private final transient List<Section> sections;

    public SettingsFilter(RouteTable table) {
        sections = Sections.in(table);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isSettings(request)) {
            request.setAttribute(Pages.SECTIONS, sections);
        }
        chain.doFilter(request, response);
    }

    private static boolean isSettings(HttpServletRequest request) {
        return RouteMatch.of(request)
                .filter(match -> match.route().pattern().startsWith(BELOW))
                .isPresent();
    }
}
