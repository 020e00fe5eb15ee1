package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.BusinessPage;
import cash.tuppence.journeys.pages.ConnectPage;
import cash.tuppence.journeys.pages.JoinPage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.WalletPage;
import cash.tuppence.journeys.shop.GiftsPage;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Somebody new becomes a merchant, and does not stay alone. */
class BusinessJourney {
    /** Of {@code example-of-a-verifier-that-a-program-keeps-to-itself}. */
    private static final String CHALLENGE = "4WXdo15uUOs40VSIhb5hPAkteMk1tD7Y3LjCSHboGAg";

    @Journey
    void aNewMerchantIsReadyToTakeCashAndInvitesACashier(Browser merchant, Browser cashier) {
        begin(merchant, cashier);
    }

    @Journey(on = Screen.DESKTOP, script = false, dark = true)
    void soItIsAtADeskInTheDarkWithoutScript(Browser merchant, Browser cashier) {
        begin(merchant, cashier);
    }

    private static void begin(Browser merchant, Browser cashier) {
        SignUpPage.open(merchant).as(Member.newcomer("Mia"), WalletPage::new);
        String handle = Member.newcomer("stall").handle();
        BusinessPage faulty = BusinessPage.open(merchant, "new").send("handle");
        assertThat(faulty.errorOf("name")).isNotBlank();
        BusinessPage overview =
                faulty.write("name", "Mia's Stall").write("handle", handle).send("handle");
        assertThat(overview.words()).contains("Five minutes to the first payment");
        assertThat(overview.sections()).contains("Wallet", "Keys", "Team", "Settings");

        BusinessPage keys = BusinessPage.open(merchant, handle + "/keys")
                .write("name", "The stall")
                .send("name");
        String key = keys.text("key");
        assertThat(key).startsWith("sk_test_");
        assertThat(BusinessPage.open(merchant, handle + "/keys").words())
                .contains("The stall")
                .doesNotContain(key);

        String origins = handle + "/settings/origins";
        assertThat(BusinessPage.open(merchant, origins)
                        .write("origin", "shop")
                        .send("origin")
                        .errorOf("origin"))
                .isNotBlank();
        assertThat(BusinessPage.open(merchant, origins)
                        .write("origin", "https://stall.example/")
                        .send("origin")
                        .words())
                .contains("https://stall.example");

        joinAsCashier(cashier, invite(merchant, handle), handle);
        assertThat(BusinessPage.open(merchant, handle + "/team").words()).contains("Carl", "joined as");
    }

    private static URI invite(Browser merchant, String handle) {
        return BusinessPage.open(merchant, handle + "/team")
                .choose("role", "cashier")
                .write("note", "for Carl")
                .send("note")
                .link("invitation-link");
    }

    private static void joinAsCashier(Browser cashier, URI link, String handle) {
        BusinessPage overview = JoinPage.open(cashier, link)
                .openAWallet()
                .as(Member.newcomer("Carl"), JoinPage::new)
                .join();
        assertThat(overview.sections()).containsExactly("Overview", "Checkouts");
        assertThat(overview.words()).contains("Cashier");
        assertThat(BusinessPage.open(cashier, handle + "/checkouts").words()).contains("Checkouts");
        for (String closed : new String[] {"keys", "wallet", "team", "settings", "settings/origins", "books"}) {
            assertThat(BusinessPage.open(cashier, handle + "/" + closed).words())
                    .as(closed)
                    .contains("Not for your role");
        }
    }

    @Journey
    void aPluginIsConnectedOrNot(Browser merchant) {
        connect(merchant);
    }

    @Journey(on = Screen.DESKTOP, script = false, dark = true)
    void aPluginIsConnectedOrNotWithoutScript(Browser merchant) {
        connect(merchant);
    }

    private static void connect(Browser merchant) {
        URI address = connectAddress();
        merchant.open(address);
        ConnectPage page = new LoginPage(merchant).as(Member.SHOPKEEPER, ConnectPage::new);
        assertThat(page.text("program")).isEqualTo("Gift plugin");
        assertThat(page.text("origin")).isEqualTo(originOfTheShop());
        assertThat(page.words()).contains("With play money", "It will not be able to", "Send cash from the wallet");
        assertThat(page.accept(GiftsPage::new).query())
                .contains("code=", "state=abc")
                .doesNotContain("sk_");

        merchant.open(address);
        assertThat(new ConnectPage(merchant).decline(GiftsPage::new).query())
                .contains("error=access_denied", "state=abc");
    }

    private static String originOfTheShop() {
        URI shop = Sites.shop("");
        return shop.getScheme() + "://" + shop.getRawAuthority();
    }

    private static URI connectAddress() {
        String returnUrl = URLEncoder.encode(Sites.shop("/gifts").toString(), StandardCharsets.UTF_8);
        return Sites.tuppence("/business/connect?name=Gift%20plugin&state=abc&mode=test&permissions=checkouts:write"
                + "&return_url=" + returnUrl + "&code_challenge=" + CHALLENGE);
    }
}
