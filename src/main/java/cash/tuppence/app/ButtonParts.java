package cash.tuppence.app;

import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.FreshCheckouts;
import cash.tuppence.checkout.button.ButtonCompanion;
import cash.tuppence.checkout.button.ButtonJsons;
import cash.tuppence.checkout.button.ButtonTill;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.checkout.button.api.ButtonServlet;
import cash.tuppence.checkout.button.api.ButtonsServlet;
import cash.tuppence.checkout.button.api.Shopkeepers;
import cash.tuppence.checkout.button.build.ButtonListServlet;
import cash.tuppence.checkout.button.build.EditButtonServlet;
import cash.tuppence.checkout.button.build.NewButtonServlet;
import cash.tuppence.checkout.button.build.Workshop;
import cash.tuppence.checkout.button.pay.ButtonPage;
import cash.tuppence.checkout.button.pay.ButtonPayServlet;
import cash.tuppence.checkout.button.pay.ButtonQrServlet;
import cash.tuppence.checkout.button.pay.ButtonThanksServlet;
import cash.tuppence.ledger.Companion;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** What {@code checkout.button} brings. */
final class ButtonParts {
    private static final String AREA = "buttons";

    private final Tuppence tuppence;
    private final Json json = new Json();
    private final Buttons buttons;
    private final ButtonTill till;

    ButtonParts(Tuppence tuppence) {
        this.tuppence = tuppence;
        Foundation base = tuppence.base();
        buttons = new Buttons(base.transactions(), base.keys(), base.clock());
        till = new ButtonTill(
                tuppence.cash().ledger(),
                tuppence.cash().accounts(),
                tuppence.business().team(),
                tuppence.checkout().jsons(),
                json,
                tuppence.urls(),
                base.keys(),
                base.clock());
    }

    /** What becomes true together with the transfer that pays by a button. */
    static List<Companion<?>> companions() {
        return List.of(new ButtonCompanion(), new FreshCheckouts());
    }

    List<Route> routes(Web web) {
        return Stream.of(calls(), pages(web), workshop(web))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> calls() {
        ButtonJsons jsons = new ButtonJsons(tuppence.urls());
        Shopkeepers shopkeepers = new Shopkeepers(
                buttons,
                tuppence.business().origins(),
                tuppence.wallet().balances().home());
        return List.of(
                Route.api(
                        "/api/v1/buttons",
                        new ButtonsServlet(
                                json,
                                buttons,
                                jsons,
                                shopkeepers,
                                tuppence.wallet().once())),
                Route.api("/api/v1/buttons/{id}", new ButtonServlet(json, buttons, jsons, shopkeepers)));
    }

    private List<Route> pages(Web web) {
        Checkouts checkouts = tuppence.checkout().checkouts();
        ButtonPage page = page();
        return List.of(
                Route.open(
                                "/pay/button/{button}",
                                new ButtonPayServlet(
                                        web.pages(),
                                        buttons,
                                        checkouts,
                                        till,
                                        page,
                                        tuppence.business().popups()))
                        .keepingOpener(),
                Route.open(
                        "/pay/button/{button}/thanks", new ButtonThanksServlet(web.pages(), buttons, checkouts, page)),
                Route.open("/pay/button/{button}/qr.svg", new ButtonQrServlet(web.pages(), buttons)));
    }

    private List<Route> workshop(Web web) {
        Workshop workshop = new Workshop(
                tuppence.base().transactions(),
                buttons,
                tuppence.business().origins(),
                tuppence.wallet().balances().home(),
                tuppence.urls(),
                web.widget());
        return List.of(
                Route.business(Route.BUSINESS + "/buttons", AREA, new ButtonListServlet(web.pages(), workshop)),
                Route.business(Route.BUSINESS + "/buttons/new", AREA, new NewButtonServlet(web.pages(), workshop)),
                Route.business(Route.BUSINESS + "/buttons/{id}", AREA, new EditButtonServlet(web.pages(), workshop)));
    }

    private ButtonPage page() {
        Foundation base = tuppence.base();
        return new ButtonPage(
                tuppence.checkout().playMoney(),
                tuppence.member().profiles(),
                tuppence.wallet().balances(),
                tuppence.business().team(),
                tuppence.business().secrets(),
                base.secretKey(),
                tuppence.urls(),
                base.keys(),
                base.clock());
    }
}
