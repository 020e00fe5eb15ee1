package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.ClaimPage;
import cash.tuppence.journeys.pages.PayPage;
import cash.tuppence.journeys.pages.SendPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.TransferPage;
import cash.tuppence.journeys.pages.WalletPage;
import cash.tuppence.journeys.shop.OrderPage;
import cash.tuppence.journeys.shop.ShelfPage;
import java.net.URI;

/** The whole of it: sign up, send a penny, take it by its link, and pay a shop with it. */
class MainJourney {
    @Journey
    void aPennyGoesFromHandToHandToAShop(Browser ann, Browser ben) {
        walk(ann, ben);
    }

    @Journey(on = Screen.DESKTOP, dark = true)
    void itDoesSoAtADeskInTheDark(Browser ann, Browser ben) {
        walk(ann, ben);
    }

    @Journey(script = false)
    void itDoesSoWithoutScriptToo(Browser ann, Browser ben) {
        walk(ann, ben);
    }

    private static void walk(Browser ann, Browser ben) {
        Member newcomer = Member.newcomer("Ann");
        assertThat(SignUpPage.open(ann).as(newcomer, WalletPage::new).balance()).isEqualTo("$0.00");
        Demo.hand(newcomer, "1.01");
        assertThat(WalletPage.open(ann).balance()).isEqualTo("$1.01");

        TransferPage receipt = sendAPenny(ann);
        assertThat(receipt.amount()).isEqualTo("$0.01");
        URI claimLink = receipt.claimLink();
        assertThat(WalletPage.open(ann).balance()).isEqualTo("$1.00");

        takeIt(ben, claimLink);
        assertThat(WalletPage.open(ben).balance()).isEqualTo("$0.01");

        buy(ann, "postcard", "$1.00");
        assertThat(WalletPage.open(ann).balance()).isEqualTo("$0.00");
        buy(ben, "sweet", "$0.01");
        assertThat(WalletPage.open(ben).balance()).isEqualTo("$0.00");
    }

    private static TransferPage sendAPenny(Browser browser) {
        String stranger = Member.newcomer("Ben").email();
        return SendPage.open(browser).write(stranger, "0.01", "For a sweet").send();
    }

    private static void takeIt(Browser browser, URI claimLink) {
        ClaimPage claim = ClaimPage.open(browser, claimLink);
        assertThat(claim.amount()).isEqualTo("$0.01");
        claim.openAWallet().as(Member.newcomer("Ben"), ClaimPage::new).accept();
    }

    private static void buy(Browser browser, String product, String price) {
        PayPage till = ShelfPage.open(browser).buy(product);
        assertThat(till.amount()).isEqualTo(price);
        OrderPage order = till.pay(OrderPage::new);
        assertThat(order.status()).isEqualTo("paid");
        assertThat(order.timesPaid()).isEqualTo("1");
    }
}
