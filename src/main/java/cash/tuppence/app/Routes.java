package cash.tuppence.app;

import cash.tuppence.app.metrics.MetricsServlet;
import cash.tuppence.backoffice.trail.TrailPages;
import cash.tuppence.business.settings.BusinessLimitsServlet;
import cash.tuppence.checkout.pay.CustomerEmail;
import cash.tuppence.member.ExpectedEmail;
import cash.tuppence.member.api.MeServlet;
import cash.tuppence.member.limit.LimitsServlet;
import cash.tuppence.member.notification.NotificationsServlet;
import cash.tuppence.member.session.SessionsServlet;
import cash.tuppence.member.signin.LoginServlet;
import cash.tuppence.member.signin.LogoutServlet;
import cash.tuppence.member.signup.SignUpServlet;
import cash.tuppence.web.Route;
import cash.tuppence.web.file.FaviconServlet;
import cash.tuppence.web.file.NpmPackageServlet;
import cash.tuppence.web.file.StaticFileServlet;
import cash.tuppence.web.file.WidgetServlet;
import cash.tuppence.web.health.HealthServlet;
import cash.tuppence.web.page.StaticPageServlet;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** All our URLs and who may ask for them. What is not here is not there. */
final class Routes {
    private final Tuppence tuppence;
    private final Web web;
    private final BooleanSupplier ready;

    Routes(Tuppence tuppence, Web web, BooleanSupplier ready) {
        this.tuppence = tuppence;
        this.web = web;
        this.ready = ready;
    }

    List<Route> all() {
        return Stream.of(
                        files(),
                        List.of(metrics()),
                        pages(),
                        tuppence.mail().routes(web.pages()),
                        member(),
                        tuppence.credentials().factors().routes(web),
                        new SettingsParts(tuppence).routes(web),
                        tuppence.regions().routes(web),
                        tuppence.business().routes(web, new Attentions(tuppence).all()),
                        tuppence.wallet()
                                .routes(
                                        web,
                                        tuppence.checkout().returns(),
                                        tuppence.credentials().addresses()),
                        tuppence.credentials().routes(web),
                        tuppence.users().routes(web),
                        tuppence.checkout().routes(web),
                        tuppence.buttons().routes(web),
                        tuppence.callbacks().calls(web),
                        tuppence.callbacks().pages(web),
                        tuppence.checkout().docs(web),
                        backOffice())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> backOffice() {
        return TrailPages.routes(
                web.pages(),
                tuppence.base().transactions(),
                tuppence.profiles(),
                tuppence.base().trail());
    }

    private List<Route> files() {
        HttpServlet widget = new WidgetServlet(web.widget());
        return List.of(
                Route.file("/assets/{path*}", new StaticFileServlet(web.assets())),
                Route.file("/favicon.ico", new FaviconServlet(web.assets())),
                Route.file("/plugin/v1/tuppence.js", widget),
                Route.file("/plugin/v1/tuppence-{hash}.js", widget),
                Route.file("/plugin/v1/tuppence.tgz", new NpmPackageServlet()),
                Route.file("/healthz", new HealthServlet(() -> true)),
                Route.file("/readyz", new HealthServlet(ready)));
    }

    /** For whoever is on this machine as long as nobody else reaches it. */
    private Route metrics() {
        boolean guarded = tuppence.base().settings().isPublic();
        MetricsServlet metrics = new MetricsServlet(tuppence.metrics(), guarded);
        return guarded ? Route.api("/metrics", metrics) : Route.file("/metrics", metrics);
    }

    private List<Route> pages() {
        return List.of(
                Route.open("/", new StaticPageServlet(web.pages(), "home", Map.of())),
                Route.member("/settings/limits", new LimitsServlet(web.pages(), tuppence.allowances())),
                Route.business(
                        Route.BUSINESS + "/limits",
                        "wallet",
                        new BusinessLimitsServlet(web.pages(), tuppence.allowances())));
    }

    private List<Route> member() {
        MemberParts member = tuppence.member();
        ExpectedEmail expected = new CustomerEmail(tuppence.checkout().checkouts());
        LoginServlet login = new LoginServlet(
                web.pages(),
                member.signIn(),
                member.passwordDoor(web.limits()),
                expected,
                tuppence.credentials().factors().secondStep());
        SignUpServlet signUp = new SignUpServlet(
                web.pages(),
                member.members(),
                tuppence.regions().regions(),
                tuppence.credentials().newcomers(tuppence.regions().consents()),
                member.passwords(),
                member.signIn(),
                web.limits(),
                expected,
                tuppence.credentials().rules());
        MeServlet me =
                new MeServlet(web.json(), member.profiles(), tuppence.cash().accounts());
        return List.of(
                Route.open("/login", login).keepingOpener(),
                Route.open("/signup", signUp).keepingOpener(),
                Route.member("/settings/notifications", new NotificationsServlet(web.pages(), member.notifications())),
                Route.open("/logout", new LogoutServlet(web.pages(), member.signIn())),
                Route.member(
                                SessionsServlet.PATH,
                                new SessionsServlet(web.pages(), member.signedIn(tuppence.base()), member.signIn()))
                        .withStepUp(),
                Route.api("/api/v1/me", me));
    }
}
