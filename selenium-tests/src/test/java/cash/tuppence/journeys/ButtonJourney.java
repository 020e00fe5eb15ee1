package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.AnyPage;
import cash.tuppence.journeys.pages.BuilderPage;
import cash.tuppence.journeys.pages.ButtonPage;
import cash.tuppence.journeys.pages.LoginPage;

/** A merchant builds a button, pastes two lines into a page of another site that has no server code, and is paid. */
class ButtonJourney {
    @Journey
    void twoLinesPastedOnAnotherSiteArePaid(Browser merchant, Browser payer) {
        BuilderPage builder = builder(merchant);
        builder.write("description", "A jar of jam").write("amount", "0.05");
        assertThat(builder.snippet()).contains("btn_…", "Pay $0.05");
        builder.write("max_quantity", "3").write("stock", "5");
        BuilderPage made = builder.act("make");
        try (PlainSite site = PlainSite.with(made.snippet())) {
            ButtonPage page = ButtonPage.openBy(payer, site.address()).signIn(Member.PAYER);
            assertThat(page.text("amount")).isEqualTo("$0.05");
            page.write("quantity", "2");
            assertThat(page.text("amount")).isEqualTo("$0.10");
            AnyPage thanks = page.pay();
            assertThat(thanks.text("amount")).isEqualTo("$0.10");
            assertThat(thanks.path()).endsWith("/thanks");
        }
        BuilderPage after = made.again();
        assertThat(after.text("sold")).isEqualTo("2");
        assertThat(after.text("stock")).isEqualTo("3");
    }

    @Journey(on = Screen.DESKTOP, script = false, dark = true)
    void withoutScriptTheSameIsDoneBySubmitting(Browser merchant, Browser payer) {
        BuilderPage builder = builder(merchant);
        builder.write("description", "A jar of jam").write("amount", "0.05");
        assertThat(builder.act("preview").snippet()).contains("btn_…", "Pay $0.05");
        BuilderPage made = new BuilderPage(merchant).act("make");
        try (PlainSite site = PlainSite.with(made.snippet())) {
            ButtonPage page = ButtonPage.openBy(payer, site.address()).signIn(Member.PAYER);
            assertThat(page.pay().text("amount")).isEqualTo("$0.05");
        }
    }

    @Journey
    void aGiftFillsItsGoal(Browser merchant, Browser giver) {
        BuilderPage builder = builder(merchant).choose("gift");
        builder.write("description", "A new shelf")
                .write("suggested", "0.10, 0.20")
                .write("goal", "1");
        BuilderPage made = builder.act("make");
        try (PlainSite site = PlainSite.with(made.snippet())) {
            ButtonPage page = ButtonPage.openBy(giver, site.address());
            assertThat(page.text("collected")).isEqualTo("$0.00");
            page.write("amount", "0.20");
            ButtonPage again = page.goOn(Member.PAYER);
            assertThat(again.valueOf("amount")).isEqualTo("0.20");
            assertThat(again.pay().text("collected")).isEqualTo("$0.20");
        }
    }

    private static BuilderPage builder(Browser merchant) {
        merchant.open(Sites.tuppence("/business/corner-shop/buttons/new"));
        return new LoginPage(merchant).as(Member.SHOPKEEPER, BuilderPage::new);
    }
}
