package cash.tuppence.member.prove;

import cash.tuppence.db.SecretBox;
import cash.tuppence.member.Members;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.passkey.Passkeys;
import cash.tuppence.member.signin.KnownDevices;
import cash.tuppence.member.signin.PasswordDoor;
import cash.tuppence.member.signin.SecondStep;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.Route;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Pages;
import java.time.InstantSource;
import java.util.List;

/** Puts together what this package brings. */
public final class Proofs {
    private final Factors factors;
    private final Passkeys passkeys;
    private final Members members;
    private final SignIn signIn;
    private final HalfSignedIn half;

    public Proofs(
            Factors factors,
            Passkeys passkeys,
            Members members,
            SignIn signIn,
            SecretBox box,
            InstantSource clock,
            Urls urls) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.members = members;
        this.signIn = signIn;
        this.half = new HalfSignedIn(box, clock, urls);
    }

    public SecondStep secondStep() {
        return new TwoSteps(factors, half);
    }

    public List<Route> routes(Pages pages, PasswordDoor door, KnownDevices devices, RateLimits limits) {
        Codes codes = new Codes(factors, devices, limits);
        return List.of(
                Route.open(TwoSteps.PATH, new CodeServlet(pages, half, factors, codes, members, signIn))
                        .keepingOpener(),
                Route.open(
                                "/login/passkey",
                                new PasskeySignInServlet(pages, passkeys, half, factors, members, signIn, limits))
                        .keepingOpener(),
                Route.member(ProveServlet.PATH, new ProveServlet(pages, factors, passkeys, codes, signIn, door)));
    }
}
