package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.AnyPage;
import cash.tuppence.journeys.pages.GivePage;
import cash.tuppence.journeys.shop.GiftsPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A gift from a page on another site that has no server code for it. */
class GiftJourney {
    @Journey
    void anAmountChosenOnThePageIsGiven(Browser giver) {
        GivePage page = GiftsPage.open(giver).give("1").signIn(Member.PAYER);
        assertThat(page.valueOf("amount")).isIn("1", "1.00");
        AnyPage thanks = page.give();
        assertThat(thanks.text("amount")).isEqualTo("$1.00");
    }

    @Journey(on = Screen.DESKTOP, script = false)
    void withoutScriptTheNextPageAsks(Browser giver) {
        GivePage page = GiftsPage.open(giver).give("1").signIn(Member.PAYER);
        AnyPage thanks = page.write("0.02").give();
        assertThat(thanks.text("amount")).isEqualTo("$0.02");
    }

    @Journey(on = Screen.DESKTOP)
    void aBadAmountIsSaidBesideTheField(Browser giver) {
        GivePage page = GiftsPage.open(giver).give("1").signIn(Member.PAYER);
        GivePage again = page.write("0.001").giveInVain();
        assertThat(again.errorOf("amount")).isNotBlank();
        assertThat(again.valueOf("amount")).isEqualTo("0.001");
    }

    @Journey
    void whoComesFromAnotherSiteGoesBackToIt(Browser giver) {
        String returnUrl = URLEncoder.encode(Sites.shop("/gifts").toString(), StandardCharsets.UTF_8);
        GivePage page = GivePage.open(giver, "/give/corner-shop?amount=0.02&return_url=" + returnUrl)
                .signIn(Member.PAYER);
        GiftsPage back = page.give(GiftsPage::new);
        assertThat(back.query()).contains("tuppence_transfer=tr_", "tuppence_signature=v1");
    }
}
