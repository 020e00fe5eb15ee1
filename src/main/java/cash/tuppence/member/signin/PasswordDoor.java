package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.CredentialsRow;
import cash.tuppence.member.Members;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where addresses and passwords are tried, and guessing is slowed: for an account and for an address of the network. A
 * browser that its owner has signed in with before is counted for itself alone, so that no stranger can lock them out.
 */
public final class PasswordDoor {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Limit BY_NETWORK = new Limit("sign-in by network", 60, QUARTER).onAllNodes();
    private static final Limit BY_ACCOUNT = new Limit("sign-in by account", 20, QUARTER).onAllNodes();
    private static final Limit BY_DEVICE = new Limit("sign-in by device", 20, QUARTER).onAllNodes();

    private final SignIn signIn;
    private final Members members;
    private final KnownDevices devices;
    private final RateLimits limits;

    public PasswordDoor(SignIn signIn, Members members, KnownDevices devices, RateLimits limits) {
        this.signIn = signIn;
        this.members = members;
        this.devices = devices;
        this.limits = limits;
    }

    private record Counted(Limit limit, String who) {}

    /**
     * Whose name and password these are.
     *
     * @param name as it is compared; empty where what was typed can be none
     * @throws Refusal which tells nothing about whether the name is known
     */
    public Viewer open(Page page, String name, String password) {
        List<Counted> counted = counted(page, name);
        counted.forEach(one -> limits.check(one.limit(), one.who()));
        try {
            return signIn.check(name, password);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.SIGN_IN_FAILED) {
                counted.forEach(one -> limits.count(one.limit(), one.who()));
            }
            throw refusal;
        }
    }

    /** A name that nobody has is counted like any other, and looking for it takes as long. */
    private List<Counted> counted(Page page, String name) {
        Optional<Long> member = members.credentials(name).map(CredentialsRow::memberId);
        Optional<String> device = member.flatMap(id -> devices.find(page.request(), id));
        return device.isPresent()
                ? List.of(new Counted(BY_DEVICE, device.get()))
                : List.of(
                        new Counted(BY_NETWORK, page.network()),
                        new Counted(BY_ACCOUNT, member.map(String::valueOf).orElse(name)));
    }
}
