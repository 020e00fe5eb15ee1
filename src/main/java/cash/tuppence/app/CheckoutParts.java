package cash.tuppence.app;

import cash.tuppence.checkout.CheckoutCompanion;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.ExpireCheckouts;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.api.CancelServlet;
import cash.tuppence.checkout.api.CheckoutServlet;
import cash.tuppence.checkout.api.CheckoutsServlet;
import cash.tuppence.checkout.docs.ApiReference;
import cash.tuppence.checkout.docs.Example;
import cash.tuppence.checkout.docs.Guide;
import cash.tuppence.checkout.docs.OpenApi;
import cash.tuppence.checkout.docs.OpenApiServlet;
import cash.tuppence.checkout.pay.PayPage;
import cash.tuppence.checkout.pay.PayServlet;
import cash.tuppence.ledger.Companion;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.page.StaticPageServlet;
import java.util.List;

/** What {@code checkout} brings. */
final class CheckoutParts {
    private final Tuppence tuppence;
    private final Json json = new Json();
    private final CheckoutJsons jsons;
    private final Checkouts checkouts;
    private final Till till;

    CheckoutParts(Tuppence tuppence) {
        this.tuppence = tuppence;
        Foundation base = tuppence.base();
        jsons = new CheckoutJsons(tuppence.urls(), json);
        checkouts = new Checkouts(base.transactions(), tuppence.outbox(), jsons, base.keys(), base.clock());
        till = new Till(
                tuppence.cash().ledger(),
                tuppence.cash().accounts(),
                tuppence.business().team(),
                jsons,
                base.keys());
    }

    /** What becomes true together with a transfer. Events tell of it, so they are written later. */
    static List<Companion<?>> companions() {
        return List.of(new CheckoutCompanion());
    }

    List<Route> routes(Web web) {
        return List.of(
                Route.open("/pay/{checkout}", new PayServlet(web.pages(), checkouts, till, payPage()))
                        .keepingOpener(),
                Route.api("/api/v1/checkouts", checkoutsServlet()),
                Route.api("/api/v1/checkouts/{id}", new CheckoutServlet(json, checkouts, jsons)),
                Route.api("/api/v1/checkouts/{id}/cancel", new CancelServlet(json, checkouts, jsons)));
    }

    /** What developers read. */
    List<Route> docs(Web web) {
        Example example = tuppence.base().settings().isDemo() ? DemoBusinesses.example(tuppence) : Example.ANY;
        Guide guide = new Guide(tuppence.urls(), web.widget(), example);
        OpenApi api = new OpenApi(tuppence.urls(), example);
        ApiReference reference = new ApiReference(api);
        return List.of(
                Route.open("/docs/", new StaticPageServlet(web.pages(), "docs/index", guide.model())),
                Route.open("/docs/api", new StaticPageServlet(web.pages(), "docs/api", reference.model())),
                Route.file("/api/v1/openapi.json", new OpenApiServlet(json, api)));
    }

    private PayPage payPage() {
        return new PayPage(
                tuppence.member().profiles(),
                tuppence.wallet().balances(),
                tuppence.business().team(),
                tuppence.wallet().transfers(),
                tuppence.business().secrets(),
                tuppence.base().clock());
    }

    private CheckoutsServlet checkoutsServlet() {
        return new CheckoutsServlet(
                json,
                checkouts,
                jsons,
                tuppence.business().origins(),
                tuppence.wallet().once(),
                tuppence.base().clock());
    }

    List<Job> jobs() {
        return List.of(new ExpireCheckouts(checkouts));
    }
}
