package cash.tuppence.member.factor.page;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The line of passkeys on the overview of one's security. */
public final class PasskeysPart implements SecurityPart {
    private final Factors factors;

    public PasskeysPart(Factors factors) {
        this.factors = factors;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        int count = factors.of(viewer.memberId()).passkeys().size();
        String state = count == 0 ? "None yet." : count + (count == 1 ? " passkey." : " passkeys.");
        return new SecurityRow("Passkeys", state, PasskeysServlet.PATH, count == 0 ? "Add" : "Look");
    }
}
