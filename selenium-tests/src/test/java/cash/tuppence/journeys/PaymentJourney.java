package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.PayPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.WalletPage;
import cash.tuppence.journeys.shop.OrderPage;
import cash.tuppence.journeys.shop.ShelfPage;
import java.net.URI;

/** At the till: who is not signed in, who pays twice, who goes back, who changes their mind. */
class PaymentJourney {
    @Journey
    void whoIsSignedOutSignsInInPlace(Browser payer) {
        PayPage till = ShelfPage.open(payer).buy("sweet");
        assertThat(till.canPay()).isFalse();
        URI address = till.address();
        PayPage signedIn = till.signIn(Member.PAYER);
        assertThat(signedIn.address()).isEqualTo(address);
        assertPaidOnce(signedIn.pay(OrderPage::new));
    }

    @Journey
    void whoIsNewSignsUpAndComesBackToPay(Browser newcomer) {
        Member member = Member.newcomer("Nell");
        PayPage till = ShelfPage.open(newcomer).buy("sweet").openAWallet().as(member, PayPage::new);
        assertThat(till.canPay()).as("with nothing in the wallet").isFalse();
        Demo.hand(member, "0.01");
        assertPaidOnce(PayPage.open(newcomer, till.address()).pay(OrderPage::new));
        assertThat(WalletPage.open(newcomer).balance()).isEqualTo("$0.00");
    }

    @Journey(on = Screen.DESKTOP)
    void whatIsPaidCannotBePaidAgain(Browser payer) {
        signUpWith("0.05", payer);
        PayPage till = ShelfPage.open(payer).buy("sweet");
        URI address = till.address();
        assertPaidOnce(till.pay(OrderPage::new));

        PayPage again = PayPage.open(payer, address);
        assertThat(again.canPay()).isFalse();
        assertThat(again.text("state")).isEqualTo("This is paid");
        assertThat(WalletPage.open(payer).balance()).isEqualTo("$0.04");
    }

    @Journey(on = Screen.DESKTOP)
    void goingBackInTheBrowserPaysNothing(Browser payer) {
        signUpWith("0.05", payer);
        PayPage till = ShelfPage.open(payer).buy("sweet");
        assertPaidOnce(till.pay(OrderPage::new));
        payer.back();
        PayPage again = new PayPage(payer);
        assertThat(again.canPay()).isFalse();
        assertThat(again.text("state")).isEqualTo("This is paid");
        assertThat(WalletPage.open(payer).balance()).isEqualTo("$0.04");
    }

    @Journey(on = Screen.DESKTOP)
    void twoTabsPayOnce(Browser payer) {
        signUpWith("0.05", payer);
        PayPage first = ShelfPage.open(payer).buy("sweet");
        URI address = first.address();
        payer.openTab();
        PayPage second = PayPage.open(payer, address);
        assertPaidOnce(second.pay(OrderPage::new));
        payer.switchToTab(0);
        PayPage tooLate = first.pay(PayPage::new);
        assertThat(tooLate.text("state")).isEqualTo("This is paid");
        assertThat(WalletPage.open(payer).balance()).isEqualTo("$0.04");
    }

    @Journey
    void anImpatientHandPaysOnce(Browser payer) {
        signUpWith("0.05", payer);
        assertPaidOnce(ShelfPage.open(payer).buy("sweet").payWithADoubleClick(OrderPage::new));
        assertThat(WalletPage.open(payer).balance()).isEqualTo("$0.04");
    }

    @Journey
    void whoChangesTheirMindPaysNothing(Browser payer) {
        signUpWith("0.05", payer);
        PayPage till = ShelfPage.open(payer).buy("sweet");
        URI address = till.address();
        OrderPage order = till.cancel(OrderPage::new);
        assertThat(order.status()).isEqualTo("canceled");
        assertThat(order.timesPaid()).isEqualTo("0");
        assertThat(PayPage.open(payer, address).canPay()).isFalse();
        assertThat(WalletPage.open(payer).balance()).isEqualTo("$0.05");
    }

    private static void signUpWith(String dollars, Browser browser) {
        Member member = Member.newcomer("Tess");
        SignUpPage.open(browser).as(member, WalletPage::new);
        Demo.hand(member, dollars);
    }

    private static void assertPaidOnce(OrderPage order) {
        assertThat(order.status()).isEqualTo("paid");
        assertThat(order.timesPaid()).isEqualTo("1");
    }
}
