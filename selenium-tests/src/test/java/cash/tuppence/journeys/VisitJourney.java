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
            "/docs/api");
    private static final List<String> MEMBERS_PAGES = List.of(
            "/", "/wallet", "/send", "/activity", "/@payer", "/@friend", "/directory", "/claim", "/give/library");
    private static final List<String> NO_PAGES = List.of(
            "/there-is-nothing-here", "/pay/co_nothing", "/claim/nothing", "/@nobody-has-this-handle", "/give/nobody");

    @Journey
    void publicPages(Browser visitor) {
        PUBLIC_PAGES.forEach(path -> assertThere(AnyPage.open(visitor, path)));
        NO_PAGES.forEach(path -> assertMissing(AnyPage.open(visitor, path)));
    }

    @Journey
    void pagesOfAMember(Browser payer) {
        LoginPage.open(payer).as(Member.PAYER, WalletPage::new);
        MEMBERS_PAGES.forEach(path -> assertThere(AnyPage.open(payer, path)));
        NO_PAGES.forEach(path -> assertMissing(AnyPage.open(payer, path)));
    }

    @Journey(on = Screen.DESKTOP)
    void whoSignsInGoesWhereTheyWereGoing(Browser payer) {
        payer.open(Sites.tuppence("/send"));
        new LoginPage(payer).as(Member.PAYER, SendPage::new);
    }

    @Journey
    void whoSignsOutIsOut(Browser payer) {
        LoginPage.open(payer).as(Member.PAYER, WalletPage::new).signOut();
        payer.open(Sites.tuppence("/wallet"));
        new LoginPage(payer);
    }

    @Journey
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

    private static void assertThere(AnyPage page) {
        assertThat(page.has("error"))
                .as("%s says that something is wrong", page.path())
                .isFalse();
    }

    private static void assertMissing(AnyPage page) {
        assertThat(page.text("error")).as(page.path()).isNotBlank();
    }
}
