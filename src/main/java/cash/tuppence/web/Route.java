package cash.tuppence.web;

import jakarta.servlet.http.HttpServlet;

/**
 * One URL of ours: its pattern, who answers and who may ask.
 *
 * @param pattern a path below the context path, such as {@code /transfers/{id}}; a variable matches within one segment,
 *     and one with a star ({@code {path*}}) to the end
 * @param area which part of a business it shows and changes, such as {@code keys}; empty where it is none of a business
 * @param keepsOpener whether the page may stand in a popup that talks to the page which opened it
 * @param steppedUp whether whoever asks must have shown a moment ago that it is them
 */
public record Route(
        String pattern, HttpServlet servlet, Access access, String area, boolean keepsOpener, boolean steppedUp) {
    /** Below it lie all pages of one business, and nothing else does. */
    public static final String BUSINESS = "/business/{handle}";

    private static final String NO_AREA = "";

    public static Route file(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.FILE, NO_AREA, false, false);
    }

    public static Route open(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.OPEN, NO_AREA, false, false);
    }

    public static Route member(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.MEMBER, NO_AREA, false, false);
    }

    /**
     * A page of one business. To look at it takes the permission {@code area:read}, to send it a form takes
     * {@code area:write}.
     *
     * @param pattern begins with {@link #BUSINESS}
     */
    public static Route business(String pattern, String area, HttpServlet servlet) {
        if (!pattern.equals(BUSINESS) && !pattern.startsWith(BUSINESS + "/")) {
            throw new IllegalArgumentException("no page of a business: " + pattern);
        }
        return new Route(pattern, servlet, Access.BUSINESS, area, false, false);
    }

    public static Route operator(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.OPERATOR, NO_AREA, false, false);
    }

    public static Route api(String pattern, HttpServlet servlet) {
        return new Route(pattern, servlet, Access.API, NO_AREA, false, false);
    }

    /** The same route, usable in a popup: no {@code Cross-Origin-Opener-Policy} cuts it off from its opener. */
    public Route keepingOpener() {
        return new Route(pattern, servlet, access, area, true, steppedUp);
    }

    /**
     * The same route, for those alone who showed within the last five minutes that it is them, by what they sign in with:
     * what guards cash or the way in.
     */
    public Route withStepUp() {
        return new Route(pattern, servlet, access, area, keepsOpener, true);
    }
}
