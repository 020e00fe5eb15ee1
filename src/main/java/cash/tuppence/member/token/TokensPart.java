package cash.tuppence.member.token;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The line of the access tokens on the overview of one's security. */
public final class TokensPart implements SecurityPart {
    private final AccessTokens tokens;

    public TokensPart(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        int count = tokens.list(viewer.memberId()).size();
        String state =
                count == 0 ? "None." : count + (count == 1 ? " program" : " programs") + " may act in your name.";
        return new SecurityRow("Access tokens", state, TokensServlet.PATH, "Look");
    }
}
