package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.PayPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.WalletPage;
import cash.tuppence.journeys.shop.GiftsPage;
import java.net.URI;

/** What the payment page says in rarer cases than a purchase at the example shop brings about. */
class TillJourney {
    @Journey
    void playMoneyPaysForATest(Browser payer) {
        SignUpPage.open(payer).as(Member.newcomer("Pip"), WalletPage::new);
        URI address = Demo.checkout(Demo.TEST_KEY, "XTS", "");
        String before = WalletPage.open(payer).balance();
        PayPage.open(payer, address).pay(GiftsPage::new);
        assertThat(PayPage.open(payer, address).text("state")).isEqualTo("This is paid");
        assertThat(WalletPage.open(payer).balance()).isEqualTo(before);
    }

    @Journey
    void everyItemStandsOnTheBill(Browser payer) {
        String items = """
            , "items": [{"name": "Penny sweet", "quantity": 5, "amount": {"amount": "0.05", "currency": "USD"}}]""";
        PayPage till = PayPage.open(payer, Demo.checkout(Demo.LIVE_KEY, "USD", items));
        assertThat(till.words()).contains("Five penny sweets", "Penny sweet × 5", "order-17");
    }

    @Journey
    void whatWaitedTooLongCannotBePaid(Browser payer) {
        signIn(payer, Member.PAYER);
        URI address = Demo.checkout(Demo.LIVE_KEY, "USD", ", \"expires_in_seconds\": 1");
        PayPage late = PayPage.openOnceClosed(payer, address);
        assertThat(late.text("state")).isEqualTo("This waited too long");
        assertThat(late.canPay()).isFalse();
    }

    @Journey
    void whoWorksForTheShopLeavesThePayingToSomebodyElse(Browser shared) {
        signIn(shared, Member.SHOPKEEPER);
        PayPage till = PayPage.open(shared, Demo.checkout(Demo.LIVE_KEY, "USD", ""));
        assertThat(till.text("own")).isNotBlank();
        assertThat(till.canPay()).isFalse();
        assertThat(till.signOut().signIn(Member.PAYER).canPay()).isTrue();
    }

    private static void signIn(Browser browser, Member member) {
        LoginPage.open(browser).as(member, WalletPage::new);
    }
}
