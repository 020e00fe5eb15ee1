package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.BuilderPage;
import cash.tuppence.journeys.pages.ButtonPage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.OriginsPage;
import cash.tuppence.journeys.pages.SitePage;
import java.net.URI;

/** A button on a page of another site opens a window; that page stays, and hears how it ended. */
class PopupJourney {
    @Journey
    void thePageHearsThatItIsPaidAndTheWindowCloses(Browser merchant, Browser payer) {
        try (PlainSite site = PlainSite.listeningTo(popup(merchant))) {
            OriginsPage registered = OriginsPage.open(merchant, "corner-shop").add(site.address());
            SitePage page = SitePage.open(payer, site.address());
            ButtonPage window = page.pressForAWindow().signIn(Member.PAYER);
            assertThat(window.text("amount")).isEqualTo("$0.05");
            page = window.end("pay", site.address());
            assertThat(page.heard("tuppence-paid")).matches("paid co_\\w+");
            assertThat(page.has("tuppence-cancel")).isFalse();
            assertThat(page.message()).isEqualTo("Paid. Thank you.");
            registered.remove(site.address());
        }
    }

    @Journey(on = Screen.DESKTOP, dark = true)
    void thePageHearsThatNothingWasTakenAndTheButtonOpensAgain(Browser merchant, Browser payer) {
        try (PlainSite site = PlainSite.listeningTo(popup(merchant))) {
            OriginsPage registered = OriginsPage.open(merchant, "corner-shop").add(site.address());
            URI address = site.address();
            SitePage page = SitePage.open(payer, address)
                    .pressForAWindow()
                    .signIn(Member.PAYER)
                    .end("cancel", address);
            assertThat(page.heard("tuppence-cancel")).startsWith("canceled");
            assertThat(page.has("tuppence-paid")).isFalse();
            assertThat(page.pressForAWindow().text("balance")).isNotBlank();
            registered.remove(address);
        }
    }

    /** The two lines to paste, with a window asked for. */
    private static String popup(Browser merchant) {
        merchant.open(Sites.tuppence("/business/corner-shop/buttons/new"));
        BuilderPage builder = new LoginPage(merchant).as(Member.SHOPKEEPER, BuilderPage::new);
        builder.write("description", "A jar of jam").write("amount", "0.05");
        String snippet = builder.act("make").snippet();
        assertThat(snippet).contains("<tuppence-button button=");
        return snippet.replace("<tuppence-button ", "<tuppence-button mode=\"popup\" ");
    }
}
