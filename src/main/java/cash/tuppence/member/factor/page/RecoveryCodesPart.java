package cash.tuppence.member.factor.page;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The line of recovery codes on the overview of one's security. */
public final class RecoveryCodesPart implements SecurityPart {
    private final Factors factors;

    public RecoveryCodesPart(Factors factors) {
        this.factors = factors;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        int left = factors.of(viewer.memberId()).codesLeft();
        String state = left == 0 ? "None." : left + " left.";
        return new SecurityRow("Recovery codes", state, RecoveryCodesServlet.PATH, "Look");
    }
}
