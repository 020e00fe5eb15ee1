package cash.tuppence.app;

import cash.tuppence.checkout.CheckoutCompanion;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.ExpireCheckouts;
import cash.tuppence.checkout.Till;
import cash.tuppence.checkout.TillOrders;
import cash.tuppence.checkout.api.CancelServlet;
import cash.tuppence.checkout.api.CaptureServlet;
import cash.tuppence.checkout.api.CheckoutServlet;
import cash.tuppence.checkout.api.CheckoutsServlet;
import cash.tuppence.checkout.api.Outcomes;
import cash.tuppence.checkout.api.RefundsServlet;
import cash.tuppence.checkout.books.Books;
import cash.tuppence.checkout.books.BooksCsv;
import cash.tuppence.checkout.books.BooksPage;
import cash.tuppence.checkout.docs.ApiReference;
import cash.tuppence.checkout.docs.Example;
import cash.tuppence.checkout.docs.Guide;
import cash.tuppence.checkout.docs.OpenApi;
import cash.tuppence.checkout.docs.OpenApiServlet;
import cash.tuppence.checkout.merchant.CheckoutDetails;
import cash.tuppence.checkout.merchant.CheckoutPage;
import cash.tuppence.checkout.merchant.CheckoutsCsv;
import cash.tuppence.checkout.merchant.CheckoutsPage;
import cash.tuppence.checkout.merchant.RefundPage;
import cash.tuppence.checkout.pay.PayCodeServlet;
import cash.tuppence.checkout.pay.PayPage;
import cash.tuppence.checkout.pay.PayServlet;
import cash.tuppence.checkout.pay.PayStateServlet;
import cash.tuppence.checkout.pay.Watch;
import cash.tuppence.checkout.refund.RefundCompanion;
import cash.tuppence.checkout.refund.Refunds;
import cash.tuppence.checkout.refund.RefundsOnReceipts;
import cash.tuppence.ledger.Companion;
import cash.tuppence.member.Profiles;
import cash.tuppence.outbox.Job;
import cash.tuppence.wallet.PlayMoney;
import cash.tuppence.wallet.activity.Returns;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.page.StaticPageServlet;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What {@code checkout} brings. */
final class CheckoutParts {
    private final Tuppence tuppence;
    private final Json json = new Json();
    private final CheckoutJsons jsons;
    private final Checkouts checkouts;
    private final TillOrders orders;
    private final Till till;
    private final Refunds refunds;

    CheckoutParts(Tuppence tuppence) {
        this.tuppence = tuppence;
        Foundation base = tuppence.base();
        jsons = new CheckoutJsons(tuppence.urls(), json);
        checkouts = new Checkouts(base.transactions(), tuppence.outbox(), jsons, base.keys(), base.clock());
        orders = new TillOrders(tuppence.cash().accounts(), jsons, base.keys(), base.clock());
        till = new Till(tuppence.cash().ledger(), orders, tuppence.business().team());
        refunds = new Refunds(base.transactions(), orders, json, base.keys());
    }

    /** What becomes true together with a transfer. Events tell of it, so they are written later. */
    static List<Companion<?>> companions() {
        return List.of(new CheckoutCompanion(), new RefundCompanion());
    }

    CheckoutJsons jsons() {
        return jsons;
    }

    Checkouts checkouts() {
        return checkouts;
    }

    List<Route> routes(Web web) {
        return Stream.concat(calls(web).stream(), merchants(web).stream()).toList();
    }

    private List<Route> merchants(Web web) {
        Profiles profiles = tuppence.member().profiles();
        InstantSource clock = tuppence.base().clock();
        CheckoutDetails details = new CheckoutDetails(
                checkouts,
                refunds,
                tuppence.wallet().transfers(),
                tuppence.wallet().book(),
                profiles);
        String one = Route.BUSINESS + "/checkouts/{id}";
        Books books = new Books(tuppence.base().transactions(), tuppence.cash().accounts());
        return List.of(
                Route.business(Route.BUSINESS + "/books", "books", new BooksPage(web.pages(), books, clock)),
                Route.business(
                        Route.BUSINESS + "/books.csv",
                        "books",
                        new BooksCsv(web.pages(), books, tuppence.wallet().book(), clock)),
                Route.business(
                        Route.BUSINESS + "/checkouts",
                        "checkouts",
                        new CheckoutsPage(web.pages(), checkouts, profiles, clock)),
                Route.business(
                        Route.BUSINESS + "/checkouts.csv",
                        "checkouts",
                        new CheckoutsCsv(web.pages(), checkouts, profiles, clock)),
                Route.business(one, "checkouts", new CheckoutPage(web.pages(), details, checkouts, till, orders)),
                Route.business(one + "/refund", "refunds", new RefundPage(web.pages(), details, till, refunds)));
    }

    private List<Route> calls(Web web) {
        return List.of(
                Route.open(
                                "/pay/{checkout}",
                                new PayServlet(
                                        web.pages(),
                                        checkouts,
                                        till,
                                        payPage(),
                                        tuppence.business().popups()))
                        .keepingOpener(),
                Route.file("/pay/{checkout}/code.svg", new PayCodeServlet(checkouts, tuppence.urls())),
                Route.file(
                        "/pay/{checkout}/state",
                        new PayStateServlet(json, checkouts, payPage(), watch(), tuppence.urls())),
                Route.api("/api/v1/checkouts", checkoutsServlet()),
                Route.api("/api/v1/checkouts/{id}", new CheckoutServlet(json, checkouts, jsons)),
                Route.api("/api/v1/checkouts/{id}/capture", captureServlet(web)),
                Route.api("/api/v1/checkouts/{id}/cancel", cancelServlet(web)),
                Route.api("/api/v1/checkouts/{id}/refunds", refundsServlet(web)));
    }

    private CaptureServlet captureServlet(Web web) {
        return new CaptureServlet(
                json, checkouts, orders, outcomes(web), tuppence.wallet().once());
    }

    private CancelServlet cancelServlet(Web web) {
        return new CancelServlet(
                json, checkouts, orders, outcomes(web), tuppence.wallet().once(), tuppence.outbox());
    }

    private RefundsServlet refundsServlet(Web web) {
        return new RefundsServlet(
                json, checkouts, refunds, outcomes(web), tuppence.wallet().once());
    }

    private Outcomes outcomes(Web web) {
        WalletParts wallet = tuppence.wallet();
        return new Outcomes(
                till, checkouts, jsons, wallet.once(), json, web.pages().messages(), wallet.afterwards());
    }

    /** What was given back, for receipts. */
    Returns returns() {
        return new RefundsOnReceipts(refunds);
    }

    /** What developers read. */
    List<Route> docs(Web web) {
        Example example = tuppence.base().settings().isDemo() ? DemoBusinesses.example(tuppence) : Example.ANY;
        Guide guide =
                new Guide(tuppence.urls(), web.widget(), example, web.pages().messages());
        OpenApi api = new OpenApi(tuppence.urls(), example);
        ApiReference reference = new ApiReference(api);
        return List.of(
                Route.open("/docs/", new StaticPageServlet(web.pages(), "docs/index", guide.model())),
                Route.open("/docs/api", new StaticPageServlet(web.pages(), "docs/api", reference.model())),
                Route.file("/api/v1/openapi.json", new OpenApiServlet(json, api)));
    }

    private Watch watch() {
        return new Watch(tuppence.base().secretKey());
    }

    PlayMoney playMoney() {
        return new PlayMoney(tuppence.users().grants(), tuppence.wallet().balances());
    }

    private PayPage payPage() {
        return new PayPage(
                playMoney(),
                watch(),
                tuppence.member().profiles(),
                tuppence.business().cards(),
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
        return List.of(new ExpireCheckouts(checkouts, till, orders));
    }
}
