package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.AnyPage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.SendPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.WalletPage;
import java.util.List;

/** Every page there is, looked at once on each screen; and the way in and out. */
class VisitJourney {
    private static final List<String> PUBLIC_PAGES = List.of(
            "/",
            "/login",
            "/signup",
            "/claim",
            "/directory",
            "/@corner-shop",
            "/@payer",
            "/give/library",
            "/docs/",
            "/there-is-nothing-here");
    private static final List<String> MEMBERS_PAGES =
            List.of("/", "/wallet", "/send", "/activity", "/@payer", "/claim", "/give/library", "/pay/co_nothing");

    @Journey
    void publicPages(Browser visitor) {
        PUBLIC_PAGES.forEach(path -> AnyPage.open(visitor, path));
    }

    @Journey
    void pagesOfAMember(Browser payer) {
        LoginPage.open(payer).as(Member.PAYER, WalletPage::new);
        MEMBERS_PAGES.forEach(path -> AnyPage.open(payer, path));
    }

    @Journey(on = Screen.DESKTOP)
    void whoSignsInGoesWhereTheyWereGoing(Browser payer) {
        payer.open(Sites.tuppence("/send"));
        new LoginPage(payer).as(Member.PAYER, SendPage::new);
    }

    @Journey(on = Screen.PHONE)
    void whoSignsOutIsOut(Browser payer) {
        LoginPage.open(payer).as(Member.PAYER, WalletPage::new).signOut();
        payer.open(Sites.tuppence("/wallet"));
        new LoginPage(payer);
    }

    @Journey(on = Screen.PHONE)
    void aWrongPasswordIsSaidAndTheAddressStays(Browser payer) {
        LoginPage again = LoginPage.open(payer).with(Member.PAYER.email(), "not the password", LoginPage::new);
        assertThat(again.text("error")).isNotBlank();
        assertThat(again.valueOf("email")).isEqualTo(Member.PAYER.email());
        assertThat(again.valueOf("password")).isEmpty();
    }

    @Journey
    void signingUpSaysWhatIsMissingBesideEachField(Browser visitor) {
        SignUpPage again = SignUpPage.open(visitor).sendEmpty();
        for (String field : List.of("name", "handle", "email", "password", "region", "adult", "terms")) {
            assertThat(again.errorOf(field)).as(field).isNotBlank();
        }
    }
}
