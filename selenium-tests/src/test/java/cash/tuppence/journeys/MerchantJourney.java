package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.CheckoutPage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.PayPage;
import cash.tuppence.journeys.pages.TransferPage;
import cash.tuppence.journeys.pages.WalletPage;
import cash.tuppence.journeys.shop.GiftsPage;
import java.net.URI;

/** What a merchant does with what was paid, in sight of whoever paid. */
class MerchantJourney {
    @Journey
    void whatWasReservedIsTakenAndAPartGivenBack(Browser payer, Browser keeper) {
        reserveTakeAndGiveBack(payer, keeper);
    }

    @Journey(on = Screen.DESKTOP, script = false, dark = true)
    void soItIsAtADeskInTheDarkWithoutScript(Browser payer, Browser keeper) {
        reserveTakeAndGiveBack(payer, keeper);
    }

    private static void reserveTakeAndGiveBack(Browser payer, Browser keeper) {
        LoginPage.open(payer).as(Member.PAYER, WalletPage::new);
        URI address = Demo.checkout(Demo.LIVE_KEY, "USD", ", \"capture\": \"manual\"");
        PayPage.open(payer, address).pay(GiftsPage::new);
        assertThat(PayPage.open(payer, address).text("state")).isEqualTo("The cash is reserved");

        LoginPage.open(keeper).as(Member.SHOPKEEPER, WalletPage::new);
        String id = address.getPath().replaceAll(".*/", "");
        CheckoutPage reserved = CheckoutPage.open(keeper, id);
        assertThat(reserved.text("state")).isEqualTo("Reserved");
        CheckoutPage paid = reserved.capture("0.04");
        assertThat(paid.text("captured")).isEqualTo("$0.04");
        CheckoutPage given = paid.giveBack("0.01", "One was broken");
        assertThat(given.text("refunded")).isEqualTo("$0.01");
        assertThat(given.words()).contains("One was broken");

        TransferPage receipt = PayPage.open(payer, address).receipt();
        assertThat(receipt.amount()).isEqualTo("$0.04");
        assertThat(receipt.text("returned")).isEqualTo("$0.01");
        assertThat(receipt.words()).contains("One was broken");
    }

    @Journey(on = Screen.DESKTOP)
    void whatIsPaidOnThePhoneIsNoticedAtTheDesk(Browser desk, Browser phone) {
        URI address = Demo.checkout(Demo.LIVE_KEY, "USD", "");
        PayPage.open(desk, address);
        LoginPage.open(phone).as(Member.PAYER, WalletPage::new);
        PayPage.open(phone, address).pay(GiftsPage::new);
        assertThat(new GiftsPage(desk).query()).contains("tuppence_state=paid");
    }

    @Journey(on = Screen.DESKTOP, script = false)
    void withoutScriptTheDeskGoesOnByALink(Browser desk, Browser phone) {
        URI address = Demo.checkout(Demo.LIVE_KEY, "USD", "");
        PayPage waiting = PayPage.open(desk, address);
        LoginPage.open(phone).as(Member.PAYER, WalletPage::new);
        PayPage.open(phone, address).pay(GiftsPage::new);
        waiting.goOnOnceClosed().backToTheShop(GiftsPage::new);
    }
}
