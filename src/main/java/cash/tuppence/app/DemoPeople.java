package cash.tuppence.app;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.api.Scope;
import cash.tuppence.member.factor.Totp;
import java.util.EnumSet;
import java.util.Set;

/** The demo's people, with their tokens and what is in their wallets. */
final class DemoPeople {
    static final String TOKEN = "pat_demo_payer";
    static final String OPERATOR_TOKEN = "pat_demo_admin";
    static final String PASSWORD = "tuppence-demo";

    /** What the operators' authenticator apps know; everybody may add it to their own. */
    static final String OPERATORS_APP = "JBSWY3DPEHPK3PXP";

    private static final String REGION = "US-UT";

    private final Tuppence tuppence;
    private String hash = "";

    DemoPeople(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    void make() {
        Viewer payer = person("Paula Payer", "payer", "payer@example.test");
        Viewer friend = person("Fern Friend", "friend", "friend@example.test");
        person("Sam Corner", "sam-corner", "shop@example.test");
        person("Libby Shelf", "libby-shelf", "library@example.test");
        Viewer admin = operator("Ada Office", "ada-office", "admin@example.test");
        operator("Abe Office", "abe-office", "admin2@example.test");
        give(payer, Money.ofMinor(100_00, Asset.USD));
        give(payer, Money.ofMinor(100_00, Asset.XTS));
        give(friend, Money.ofMinor(5_00, Asset.USD));
        token(TOKEN, payer, Scope.PERSONAL);
        token("pat_demo_friend", friend, Scope.PERSONAL);
        token(OPERATOR_TOKEN, admin, EnumSet.allOf(Scope.class));
    }

    private Viewer person(String name, String handle, String email) {
        Members members = tuppence.member().members();
        return members.credentials(email)
                .flatMap(known -> members.viewer(known.memberId()))
                .orElseGet(() -> members.create(new NewMember(name, handle, email, hash(), REGION, true)));
    }

    /** Made once for all of them: everybody knows the password, and a hash takes its time on purpose. */
    private String hash() {
        if (hash.isEmpty()) {
            hash = tuppence.member().passwords().encryptPassword(PASSWORD);
        }
        return hash;
    }

    private Viewer operator(String name, String handle, String email) {
        Viewer viewer = person(name, handle, email);
        tuppence.member().operators().make(email);
        tuppence.credentials().factors().factors().keepApp(viewer.memberId(), Totp.ofBase32(OPERATORS_APP));
        return viewer;
    }

    /** The operation's id is the same at each start, so that the cash is given once. */
    private void give(Viewer viewer, Money amount) {
        OperationId once =
                OperationId.of("demo", viewer.handle(), amount.asset().code());
        tuppence.users().grants().give(once, viewer.profileId(), amount, "To try Tuppence with");
    }

    private void token(String secret, Viewer viewer, Set<Scope> scopes) {
        tuppence.member().tokens().keep(secret, viewer.memberId(), "Demo", scopes);
    }
}
