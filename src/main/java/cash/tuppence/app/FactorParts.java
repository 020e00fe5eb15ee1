package cash.tuppence.app;

import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.factor.page.AppPart;
import cash.tuppence.member.factor.page.AppServlet;
import cash.tuppence.member.factor.page.PasskeysPart;
import cash.tuppence.member.factor.page.PasskeysServlet;
import cash.tuppence.member.factor.page.RecoveryCodesPart;
import cash.tuppence.member.factor.page.RecoveryCodesServlet;
import cash.tuppence.member.passkey.Passkeys;
import cash.tuppence.member.passkey.SweepChallenges;
import cash.tuppence.member.prove.Proofs;
import cash.tuppence.member.prove.StepUpFilter;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.signin.SecondStep;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.Route;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** What people show beside their password, or instead of it. */
final class FactorParts {
    private final Foundation base;
    private final Urls urls;
    private final MemberParts member;
    private final Passkeys passkeys;
    private final Factors factors;
    private final Proofs proofs;

    FactorParts(Foundation base, Urls urls, MemberParts member) {
        this.base = base;
        this.urls = urls;
        this.member = member;
        passkeys = new Passkeys(base.transactions(), base.keys(), base.clock(), base.secretKey(), urls, new Json());
        factors = new Factors(base.transactions(), base.clock(), base.secrets(), passkeys, member.notices());
        proofs = new Proofs(factors, passkeys, member.members(), member.signIn(), base.secrets(), base.clock(), urls);
    }

    Factors factors() {
        return factors;
    }

    SecondStep secondStep() {
        return proofs.secondStep();
    }

    StepUpFilter stepUp() {
        return new StepUpFilter(member.signIn(), base.clock(), urls);
    }

    /** The lines of the overview of one's security. */
    List<SecurityPart> parts() {
        return List.of(new AppPart(factors), new PasskeysPart(factors), new RecoveryCodesPart(factors));
    }

    Job sweep() {
        return new SweepChallenges(passkeys);
    }

    List<Route> routes(Web web) {
        AppServlet app = new AppServlet(web.pages(), factors, member.members());
        PasskeysServlet keys = new PasskeysServlet(web.pages(), factors, passkeys, member.members());
        RecoveryCodesServlet codes = new RecoveryCodesServlet(web.pages(), factors);
        List<Route> settings = List.of(
                Route.member("/settings/security/app", app).withStepUp(),
                Route.member("/settings/security/passkeys", keys).withStepUp(),
                Route.member("/settings/security/recovery-codes", codes).withStepUp());
        List<Route> proving =
                proofs.routes(web.pages(), member.passwordDoor(web.limits()), member.knownDevices(), web.limits());
        return Stream.concat(proving.stream(), settings.stream()).toList();
    }
}
