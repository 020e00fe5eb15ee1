package cash.tuppence.member.scene;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.trail.Actor;
import cash.tuppence.trail.Scene;
import cash.tuppence.web.Access;
import cash.tuppence.web.RouteMatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Tells the trail who sent a request. Comes behind whatever finds that out. */
public final class ActorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Scene.current().with(actor(request)).enter();
        chain.doFilter(request, response);
    }

    private static Actor actor(HttpServletRequest request) {
        if (RouteMatch.hasAccess(request, Access.API)) {
            return actor(Caller.of(request));
        }
        boolean backOffice = RouteMatch.hasAccess(request, Access.OPERATOR);
        return Viewer.of(request)
                .map(viewer -> backOffice ? Actor.operator(viewer.memberId()) : Actor.member(viewer.memberId()))
                .orElse(Actor.VISITOR);
    }

    private static Actor actor(Caller caller) {
        if (!caller.isPerson()) {
            return Actor.key(caller.keyId());
        }
        boolean operator = !Collections.disjoint(caller.scopes(), Scope.OPERATORS);
        return operator ? Actor.operator(caller.memberId()) : Actor.member(caller.memberId());
    }
}
