package cash.tuppence.wallet.give;

import static cash.tuppence.wallet.Person.path;
import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.business.RedirectSecret;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GivePageTest {
    private static final String SITE = "https://shop.example";
    private static final RedirectSecret SECRET =
            RedirectSecret.parse("whsec_dHVwcGVuY2UtZGVtby1yZWRpcmVjdC1zZWNyZXQhIQ==");

    private static TestServer server;
    private static TestBrowser bank;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        bank = server.signedIn("payer");
        Rows.execute(
                server,
                "insert into origins (profile_id, origin, added_at) select id, '" + SITE
                        + "', utc_timestamp(6) from profiles where handle = 'corner-shop'");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final Person giver = Person.with(server, bank, "1.00");

    private static Map<String, String> amount(String amount) {
        return new HashMap<>(Map.of("amount", amount, "message", "for the ink"));
    }

    @Test
    void aPennyArrivesAndIsThankedFor() {
        Reply given = giver.browser().post("/give/library", amount("0.01")).expect(303);

        assertThat(path(given)).startsWith("/give/library/thanks/tr_");
        Reply thanks = giver.browser().get(path(given)).expect(200);
        assertThat(thanks.hook("amount")).contains("$0.01");
        assertThat(giver.balance()).isEqualTo("$0.99");
        Person.newcomer(server).browser().get(path(given)).expect(404);
    }

    @Test
    void whatIsGivenIsToldWithItsReference() {
        String thanks = path(giver.browser()
                .post("/give/library?reference=spring-campaign", "/give/library", reference(amount("0.02")))
                .expect(303));

        String id = thanks.substring(thanks.indexOf("tr_"));
        assertThat(number(
                        server,
                        "select count(*) from events where type = 'transfer.received' and data like '%" + id
                                + "%\"kind\":\"give\"%\"metadata\":{\"reference\":\"spring-campaign\"}%'"))
                .isEqualTo(1);
    }

    private static Map<String, String> reference(Map<String, String> form) {
        form.put("reference", "spring-campaign");
        return form;
    }

    @Test
    void aFaultStandsBesideItsField() {
        for (String amount : new String[] {"0.001", "-1", "1e3", "٣", "", "1.01"}) {
            Reply again = giver.browser().post("/give/library", amount(amount)).expect(422);
            assertThat(again.error("amount")).isPresent();
            assertThat(again.body()).contains("for the ink");
        }
        assertThat(giver.balance()).isEqualTo("$1.00");
    }

    @Test
    void aFormThatIsSentAgainGivesOnce() {
        Map<String, String> form =
                new HashMap<>(giver.browser().get("/give/library").hiddenFields());
        form.putAll(amount("0.30"));

        String first = path(giver.browser().postOnly("/give/library", form).expect(303));
        String second = path(giver.browser().postOnly("/give/library", form).expect(303));

        assertThat(second).isEqualTo(first);
        assertThat(giver.balance()).isEqualTo("$0.70");
    }

    @Test
    void nobodyGivesToThemselves() {
        assertThat(giver.browser()
                        .post("/give/" + giver.handle(), amount("0.01"))
                        .expect(422)
                        .hook("error"))
                .isPresent();
    }

    @Test
    void aVisitorGoesOnToSignInAndComesBackToWhatWasTyped() {
        TestBrowser visitor = server.browser();
        String signIn = path(visitor.post("/give/library?reference=a%26b", "/give/library", amount("2.00"))
                .expect(303));
        assertThat(signIn).startsWith("/login?next=");

        Person newcomer = Person.signUp(visitor, signIn.replace("/login", "/signup"));

        String next = URLDecoder.decode(signIn.substring("/login?next=".length()), StandardCharsets.UTF_8);
        assertThat(next).isEqualTo("/give/library?amount=2.00&reference=a%26b&message=for+the+ink");
        assertThat(newcomer.browser().get(next).expect(200).body()).contains("value=\"2.00\"", "for the ink");
    }

    @Test
    void anUnknownRecipientIsNotThere() {
        server.browser().get("/give/nobody-at-all").expect(404);
    }

    @Test
    void fromARegisteredSiteOneIsLedBackThereWithASignedGift() {
        Map<String, String> form = reference(amount("0.05"));
        form.put("return_url", SITE + "/thanks?campaign=7");

        Reply page = giver.browser().get("/give/corner-shop?return_url=https%3A%2F%2Fshop.example%2Fthanks");
        Reply given = giver.browser().post("/give/corner-shop", form).expect(303);

        assertThat(page.header("Content-Security-Policy")).contains("form-action 'self' https: " + SITE);
        assertThat(given.location()).startsWith(SITE + "/thanks?campaign=7&tuppence_transfer=tr_");
        Map<String, String> told = query(given.location());
        assertThat(told).doesNotContainKey("tuppence_checkout").containsEntry("tuppence_state", "posted");
        assertThat(told.get("tuppence_signature"))
                .isEqualTo(SECRET.sign("give." + told.get("tuppence_transfer") + "." + told.get("tuppence_timestamp")
                        + ".posted.0.05.USD.spring-campaign"));
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void anAddressOnNoRegisteredSiteIsNotFollowed() {
        for (String url : new String[] {
            "https://evil.example/", "https://shop.example.evil.example/", "javascript:alert(1)", "//evil.example"
        }) {
            Map<String, String> form = amount("0.01");
            form.put("return_url", url);

            Reply given = giver.browser().post("/give/corner-shop", form).expect(303);

            assertThat(given.location()).startsWith("/give/corner-shop/thanks/");
        }
    }
}
