package cash.tuppence.member.password;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The password's line on the overview of one's security. */
public final class PasswordPart implements SecurityPart {
    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        return new SecurityRow("Password", "Best used nowhere else.", PasswordServlet.PATH, "Change");
    }
}
