package cash.tuppence.web;

import jakarta.servlet.http.HttpServlet;

/**
 * One URL of ours: its pattern, who answers and who may ask.
 *
 * @param pattern a path below the context path, such as {@code /transfers/{id}}; a variable matches within one segment,
 *     and one with a star ({@code {path*}}) to the end
 * @param keepsOpener whether the page may stand in a popup that talks to the page which opened it
 */
public record Route(String pattern, HttpServlet servlet, Access access, boolean keepsOpener) {
    public static Route file(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.FILE, false);
    }

    public static Route open(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.OPEN, false);
    }

    public static Route member(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.MEMBER, false);
    }

    public static Route operator(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.OPERATOR, false);
    }

    public static Route api(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.API, false);
    }

    /** The same route, usable in a popup: no {@code Cross-Origin-Opener-Policy} cuts it off from its opener. */
    public Route keepingOpener() {
        return new Route(pattern, servlet, access, true);
    }
}
