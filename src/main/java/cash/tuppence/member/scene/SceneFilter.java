package cash.tuppence.member.scene;

import cash.tuppence.trail.Actor;
import cash.tuppence.trail.Scene;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.guard.RequestIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the trail from where a request came; until somebody knows better, a visitor sent it. */
public final class SceneFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ClientAddresses addresses;

    public SceneFilter(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        new Scene(Actor.VISITOR, addresses.of(request), RequestIds.of(request)).enter();
        try {
            chain.doFilter(request, response);
        } finally {
            Scene.leave();
        }
    }
}
