package cash.tuppence.member.factor.page;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The line of the app that shows codes on the overview of one's security. */
public final class AppPart implements SecurityPart {
    private final Factors factors;

    public AppPart(Factors factors) {
        this.factors = factors;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        boolean there = factors.of(viewer.memberId()).hasApp();
        String state = there ? "Asked for after your password." : "Not set up.";
        return new SecurityRow("Codes from an app", state, AppServlet.PATH, there ? "Change" : "Set up");
    }
}
