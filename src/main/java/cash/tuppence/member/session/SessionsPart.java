package cash.tuppence.member.session;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The line of the places where somebody is signed in, on the overview of their security. */
public final class SessionsPart implements SecurityPart {
    private final SignedIn signedIn;

    public SessionsPart(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        int places = signedIn.of(viewer.memberId()).size();
        String state = places == 1 ? "Here alone." : "On " + places + " devices.";
        return new SecurityRow("Where you are signed in", state, SessionsServlet.PATH, "Look");
    }
}
