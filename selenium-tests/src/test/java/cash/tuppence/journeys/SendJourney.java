package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.ClaimPage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.SendPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.TransferPage;
import cash.tuppence.journeys.pages.WalletPage;
import java.net.URI;
import java.util.List;

/** Sending, and all that can be wrong with what one types. */
class SendJourney {
    private static final List<String> BAD_AMOUNTS = List.of("0.001", "-1", "1e3", "٣", "", "9.99");

    @Journey
    void aBadAmountIsSaidBesideTheFieldAndWhatWasTypedStays(Browser sender) {
        signUp(sender, Member.newcomer("Sue"), "0.05");
        SendPage page = SendPage.open(sender);
        for (String amount : BAD_AMOUNTS) {
            page = page.write("@friend", amount, "For the bus").sendInVain();
            assertThat(page.errorOf("amount")).as(amount).isNotBlank();
            assertThat(page.valueOf("amount")).isEqualTo(amount);
            assertKept(page, "@friend");
        }
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.05");
    }

    @Journey
    void aRecipientThatCannotBeIsSaidBesideTheField(Browser sender) {
        Member member = Member.newcomer("Sue");
        signUp(sender, member, "0.05");
        SendPage page = SendPage.open(sender);
        for (String to : List.of("@" + member.handle(), "@nobody-has-this-handle", "")) {
            page = page.write(to, "0.01", "For the bus").sendInVain();
            assertThat(page.errorOf("to")).as(to).isNotBlank();
            assertKept(page, to);
        }
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.05");
    }

    @Journey(on = Screen.DESKTOP)
    void anImpatientHandSendsOnce(Browser sender) {
        signUp(sender, Member.newcomer("Sue"), "0.05");
        SendPage.open(sender).write("@friend", "0.01", "Once").sendWithADoubleClick();
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.04");
    }

    @Journey
    void whatIsDeclinedGoesBack(Browser sender, Browser stranger) {
        signUp(sender, Member.newcomer("Sue"), "0.05");
        String email = Member.newcomer("Dan").email();
        URI claimLink =
                SendPage.open(sender).write(email, "0.05", "All I have").send().claimLink();
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.00");
        ClaimPage.open(stranger, claimLink).decline();
        assertThat(ClaimPage.open(stranger, claimLink).canAccept()).isFalse();
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.05");
    }

    @Journey(on = Screen.DESKTOP)
    void whatIsTakenBackCannotBeTaken(Browser sender, Browser stranger) {
        signUp(sender, Member.newcomer("Sue"), "0.05");
        URI claimLink = SendPage.open(sender)
                .write(Member.newcomer("Dan").email(), "0.05", "Not yet")
                .send()
                .claimLink();
        ClaimPage own = ClaimPage.open(sender, claimLink);
        assertThat(own.canAccept()).isFalse();
        own.takeBack();
        assertThat(WalletPage.open(sender).balance()).isEqualTo("$0.05");
        assertThat(ClaimPage.open(stranger, claimLink).state()).isEqualTo("The sender took this back.");
    }

    @Journey
    void bothSidesSeeTheReceipt(Browser sender, Browser friend) {
        signUp(sender, Member.newcomer("Sue"), "0.05");
        TransferPage sent =
                SendPage.open(sender).write("@friend", "0.02", "For you").send();
        assertThat(sent.words()).contains("You sent", "For you", "@friend");
        LoginPage.open(friend).as(Member.FRIEND, WalletPage::new);
        TransferPage received = TransferPage.open(friend, sent.address());
        assertThat(received.words()).contains("You received", "For you");
        assertThat(received.amount()).isEqualTo("$0.02");
    }

    private static void signUp(Browser browser, Member member, String dollars) {
        SignUpPage.open(browser).as(member, WalletPage::new);
        Demo.hand(member, dollars);
    }

    private static void assertKept(SendPage page, String to) {
        assertThat(page.valueOf("to")).isEqualTo(to);
        assertThat(page.valueOf("message")).isEqualTo("For the bus");
    }
}
