package cash.tuppence.member.confirm;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityRow;
import java.util.Locale;

/** The address's line on the overview of one's security. */
public final class AddressPart implements SecurityPart {
    private final Addresses addresses;

    public AddressPart(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public SecurityRow row(Viewer viewer, Locale reader) {
        MemberAddress address = addresses.of(viewer.memberId());
        return new SecurityRow(
                "E-mail", state(address), EmailServlet.PATH, address.isUnsettled() ? "Confirm" : "Change");
    }

    private static String state(MemberAddress address) {
        if (address.confirmed()) {
            return address.email();
        }
        return address.email().isEmpty() ? "None yet." : address.email() + ", not confirmed yet.";
    }
}
