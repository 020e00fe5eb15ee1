package cash.tuppence.app;

import cash.tuppence.mail.Mails;
import cash.tuppence.member.confirm.AddressMails;
import cash.tuppence.member.confirm.AddressPart;
import cash.tuppence.member.confirm.Addresses;
import cash.tuppence.member.confirm.ConfirmAgainServlet;
import cash.tuppence.member.confirm.ConfirmServlet;
import cash.tuppence.member.confirm.EmailServlet;
import cash.tuppence.member.confirm.UndoServlet;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.member.link.SweepLinks;
import cash.tuppence.member.password.AnswerResets;
import cash.tuppence.member.password.ChangePasswordServlet;
import cash.tuppence.member.password.ForgotServlet;
import cash.tuppence.member.password.PasswordChange;
import cash.tuppence.member.password.PasswordPart;
import cash.tuppence.member.password.PasswordRules;
import cash.tuppence.member.password.PasswordServlet;
import cash.tuppence.member.password.ResetServlet;
import cash.tuppence.member.password.Resets;
import cash.tuppence.member.security.SecurityPart;
import cash.tuppence.member.security.SecurityServlet;
import cash.tuppence.member.session.SessionsPart;
import cash.tuppence.member.signup.Newcomers;
import cash.tuppence.member.terms.Consents;
import cash.tuppence.member.token.TokensPart;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.web.Route;
import cash.tuppence.web.Urls;
import java.util.List;
import java.util.stream.Stream;

/** By what members are known: addresses that are theirs, passwords, and the overview of all that keeps a wallet safe. */
final class CredentialParts {
    private final Foundation base;
    private final Urls urls;
    private final MemberParts member;
    private final Mails mails;
    private final Waker resetWaker = new Waker(AnswerResets.NAME);
    private final PasswordRules rules = new PasswordRules();
    private final OneTimeLinks links;
    private final Addresses addresses;
    private final FactorParts factors;

    CredentialParts(Foundation base, Urls urls, MemberParts member, Mails mails) {
        this.base = base;
        this.urls = urls;
        this.member = member;
        this.mails = mails;
        factors = new FactorParts(base, urls, member);
        links = new OneTimeLinks(base.transactions(), base.clock());
        addresses = new Addresses(
                base.transactions(),
                links,
                member.notices(),
                member.signIn(),
                member.revocations(),
                new AddressMails(mails, links, urls, base.clock()),
                base.clock());
    }

    FactorParts factors() {
        return factors;
    }

    Addresses addresses() {
        return addresses;
    }

    PasswordRules rules() {
        return rules;
    }

    Newcomers newcomers(Consents consents) {
        return new Newcomers(base.transactions(), member.members(), addresses, consents);
    }

    List<Route> routes(Web web) {
        return Stream.of(addressPages(web), passwordPages(web), List.of(overview(web)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> addressPages(Web web) {
        return List.of(
                Route.open("/confirm/{token}", new ConfirmServlet(web.pages(), addresses, member.members())),
                Route.open("/undo/{token}", new UndoServlet(web.pages(), addresses)),
                Route.member("/settings/email", new EmailServlet(web.pages(), addresses, web.limits()))
                        .withStepUp(),
                Route.member(
                        "/settings/email/confirmation", new ConfirmAgainServlet(web.pages(), addresses, web.limits())));
    }

    private List<Route> passwordPages(Web web) {
        Resets resets = resets();
        return List.of(
                Route.open("/forgot", new ForgotServlet(web.pages(), resets, web.limits())),
                Route.open("/reset/{token}", new ResetServlet(web.pages(), resets, member.members(), rules)),
                Route.member(
                                PasswordServlet.PATH,
                                new PasswordServlet(
                                        web.pages(), change(), member.members(), member.signIn(), web.limits()))
                        .withStepUp(),
                Route.member("/.well-known/change-password", new ChangePasswordServlet(web.pages())));
    }

    private Route overview(Web web) {
        return Route.member("/settings/security", new SecurityServlet(web.pages(), parts(), member.notices()));
    }

    /** The lines of the overview, in their order. */
    private List<SecurityPart> parts() {
        List<SecurityPart> first = List.of(new PasswordPart(), new AddressPart(addresses));
        List<SecurityPart> last = List.of(new SessionsPart(member.signedIn(base)), new TokensPart(member.tokens()));
        return Stream.of(first, factors.parts(), last).flatMap(List::stream).toList();
    }

    private Resets resets() {
        return new Resets(
                base.transactions(),
                links,
                member.passwords(),
                member.signIn(),
                member.notices(),
                member.revocations(),
                base.keys(),
                base.clock(),
                resetWaker);
    }

    private PasswordChange change() {
        return new PasswordChange(
                base.transactions(),
                member.members(),
                member.passwords(),
                rules,
                member.signIn(),
                member.notices(),
                member.revocations());
    }

    List<Job> jobs() {
        return List.of(
                new AnswerResets(base.transactions(), links, addresses, mails, urls, base.clock()),
                new SweepLinks(links),
                factors.sweep());
    }

    void wakes(Jobs jobs) {
        resetWaker.wakes(jobs);
    }
}
