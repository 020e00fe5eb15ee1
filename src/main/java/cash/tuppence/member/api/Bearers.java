package cash.tuppence.member.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Admits calls by the bearer secret that they show (RFC 6750). */
public final class Bearers {
    private static final String SCHEME = "Bearer ";

    private final List<BearerAuthenticator> authenticators;

    public Bearers(List<BearerAuthenticator> authenticators) {
        this.authenticators = List.copyOf(authenticators);
    }

    /**
     * Notes on the request who calls.
     *
     * @return true
     * @throws Refusal where no valid secret is shown
     */
    public boolean admit(HttpServletRequest request) {
        secret(request)
                .flatMap(this::authenticate)
                .orElseThrow(() -> new Refusal(Reason.UNAUTHORIZED))
                .attachTo(request);
        return true;
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private Optional<Caller> authenticate(String secret) {
        return authenticators.stream()
                .filter(authenticator -> secret.startsWith(authenticator.prefix()))
                .findFirst()
                .flatMap(authenticator -> authenticator.authenticate(secret));
    }
}
