package cash.tuppence.business.keys;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.web.Access;
import cash.tuppence.web.RouteMatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a business's key change only what it was made for. */
public final class KeyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RouteMatch.hasAccess(request, Access.API) && !KeyRules.reads(request.getMethod())) {
            Caller caller = Caller.of(request);
            if (!caller.isPerson()) {
                caller.require(
                        KeyRules.toChange(request.getServletPath()).orElseThrow(() -> new Refusal(Reason.FORBIDDEN)));
            }
        }
        chain.doFilter(request, response);
    }
}
