package cash.tuppence.checkout.pay;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayPageTest {
    private static final Map<String, String> PAY = Map.of("action", "pay");

    private static TestServer server;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        merchant = Merchant.live(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPayerPaysAndGoesBackSigned() {
        JsonNode checkout = merchant.created("2.50");
        TestBrowser payer = server.signedIn("payer");
        String before = balance(payer);

        Reply page = payer.get(Merchant.payPath(checkout)).expect(200);
        assertThat(page.hook("amount")).contains("$2.50");
        assertThat(page.hook("description")).contains("A tin of tea");
        assertThat(page.body()).contains("Corner Shop", "order-17").doesNotContain("Test mode");
        assertThat(page.hook("balance")).contains(before);
        Reply paid = payer.post(Merchant.payPath(checkout), PAY).expect(303);

        Redirect back = Redirect.of(paid.location());
        assertThat(back.address()).isEqualTo(Merchant.SHOP + "/return");
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();
        assertThat(back.values())
                .containsEntry("tuppence_checkout", checkout.get("id").asString())
                .containsEntry("tuppence_state", "paid")
                .containsEntry("tuppence_amount", "2.50")
                .containsEntry("tuppence_currency", "USD")
                .containsEntry("tuppence_reference", "order-17")
                .containsEntry(
                        "tuppence_timestamp",
                        Long.toString(server.clock().instant().getEpochSecond()));
        assertThat(page.hook("balance-after")).contains(balance(payer)).isNotEqualTo(before);
        JsonNode after = merchant.checkout(checkout.get("id").asString());
        assertThat(after.get("state").asString()).isEqualTo("paid");
        assertThat(after.get("sequence").asLong()).isEqualTo(2);
        assertThat(after.get("amount_captured")).isEqualTo(after.get("amount"));
        assertThat(after.get("paid_at").asString()).isNotEmpty();
    }

    @Test
    void whoeverIsSignedOutSignsInInPlaceAndComesBack() {
        JsonNode checkout = merchant.created("1.00");
        TestBrowser visitor = server.browser();
        String path = Merchant.payPath(checkout);
        Reply page = visitor.get(path).expect(200);
        assertThat(page.body()).contains("action=\"/login\"", "/signup?next=" + path);
        assertThat(page.hiddenFields()).containsEntry("next", path);
        assertThat(page.hook("balance")).isEmpty();
        Reply signedIn =
                visitor.post(path, "/login", Map.of("email", "payer@example.test", "password", "tuppence-demo"));
        assertThat(signedIn.expect(303).location()).isEqualTo(path);
        assertThat(visitor.get(path).expect(200).hook("balance")).isPresent();
        visitor.post(path, PAY).expect(303);
    }

    @Test
    void whoeverIsNewSignsUpAndComesBack() {
        String path = Merchant.payPath(merchant.created("1.00"));
        TestBrowser visitor = server.browser();
        Reply joined = visitor.post(
                "/signup?next=" + path,
                "/signup",
                Map.of(
                        "name", "Nora New",
                        "handle", "nora-new",
                        "email", "nora@example.test",
                        "password", "a penny for her thoughts",
                        "region", "US-UT",
                        "adult", "true",
                        "terms", "true"));
        assertThat(joined.expect(303).location()).isEqualTo(path);
        Reply page = visitor.get(path).expect(200);
        assertThat(page.hook("missing")).isPresent();
        assertThat(page.body()).contains("$1.00</span> is missing");
    }

    @Test
    void payingWithoutBeingSignedInLeadsToThePageThatAsks() {
        JsonNode checkout = merchant.created("1.00");
        Reply reply = server.browser().post(Merchant.payPath(checkout), PAY).expect(303);
        assertThat(reply.location()).isEqualTo(Merchant.payPath(checkout));
        assertThat(merchant.checkout(checkout.get("id").asString()).get("state").asString())
                .isEqualTo("open");
    }

    @Test
    void whoeverHasTooLittleIsToldWhatIsMissingAndNothingMoves() {
        JsonNode checkout = merchant.created("7.25");
        TestBrowser friend = server.signedIn("friend");
        String before = balance(friend);
        Reply page = friend.get(Merchant.payPath(checkout)).expect(200);
        assertThat(page.body()).contains("is missing").doesNotContain("value=\"pay\"");
        Reply refused = friend.post(Merchant.payPath(checkout), PAY).expect(422);
        assertThat(refused.hook("error")).isPresent();
        assertThat(balance(friend)).isEqualTo(before);
        assertThat(merchant.checkout(checkout.get("id").asString()).get("state").asString())
                .isEqualTo("open");
    }

    @Test
    void whoeverWorksForTheMerchantCannotPayIt() {
        JsonNode checkout = merchant.created("0.01");
        TestBrowser shop = server.signedIn("shop");
        assertThat(shop.get(Merchant.payPath(checkout)).expect(200).hook("own")).isPresent();
        Reply refused = shop.post(Merchant.payPath(checkout), PAY).expect(422);
        assertThat(refused.hook("error").orElseThrow()).contains("work for yourself");
        assertThat(merchant.checkout(checkout.get("id").asString()).get("state").asString())
                .isEqualTo("open");
    }

    @Test
    void butTheyTryTheirShopOutInPlayMoney() {
        JsonNode checkout =
                Merchant.test(server).create(order("0.01", "XTS")).expect(201).json();
        TestBrowser shop = server.signedIn("shop");
        assertThat(shop.get(Merchant.payPath(checkout)).expect(200).hook("own")).isEmpty();
        Redirect back = Redirect.of(
                shop.post(Merchant.payPath(checkout), PAY).expect(303).location());
        assertThat(back.values()).containsEntry("tuppence_state", "paid");
    }

    @Test
    void playMoneyIsSaidLoudlyAndStaysApart() {
        JsonNode checkout =
                Merchant.test(server).create(order("3.00", "XTS")).expect(201).json();
        TestBrowser payer = server.signedIn("payer");
        String before = balance(payer);
        Reply page = payer.get(Merchant.payPath(checkout)).expect(200);
        assertThat(page.body()).contains("Test mode", "Play money");
        Redirect back = Redirect.of(
                payer.post(Merchant.payPath(checkout), PAY).expect(303).location());
        assertThat(back.values()).containsEntry("tuppence_currency", "XTS");
        assertThat(back.isSignedWith("tuppence-demo-test-redirect---!")).isTrue();
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isFalse();
        assertThat(balance(payer)).isEqualTo(before);
    }

    @Test
    void formsMayLeadToTheShopAndOnwardAndToNobodyElse() {
        JsonNode checkout = merchant.created("1.00");
        String policy = server.browser().get(Merchant.payPath(checkout)).header("Content-Security-Policy");
        assertThat(policy).contains("form-action 'self' https: http://127.0.0.1:8081");
        Reply refused =
                server.signedIn("shop").post(Merchant.payPath(checkout), PAY).expect(422);
        assertThat(refused.header("Content-Security-Policy")).isEqualTo(policy);
    }

    @Test
    void anUnknownOneIsNotFound() {
        server.browser().get("/pay/co_0000000000000000000000000000").expect(404);
        server.browser().get("/pay/nonsense").expect(404);
    }

    @Test
    void whatAMerchantWritesIsTextAndNoMarkup() {
        JsonNode checkout = merchant.create(order("1.00")
                        .put("description", "<script>alert(1)</script>")
                        .put("reference", "\"><img>"))
                .json();
        assertThat(server.browser().get(Merchant.payPath(checkout)).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert", "<img>");
    }

    private static String balance(TestBrowser browser) {
        return browser.get("/wallet").expect(200).hook("balance").orElseThrow();
    }

    @Test
    void whoeverTriesThingsOutGetsPlayMoneyOnceAndIsToldSoLoudly() {
        Merchant tester = Merchant.test(server);
        TestBrowser friend = server.signedIn("friend");
        JsonNode first = tester.create(order("600.00", "XTS")).expect(201).json();
        Reply page = friend.get(Merchant.payPath(first)).expect(200);
        assertThat(page.body()).contains("Test mode", "Play money");
        assertThat(page.hook("balance").orElseThrow()).contains("1,000.00");
        friend.post(Merchant.payPath(first), PAY).expect(303);

        JsonNode second = tester.create(order("600.00", "XTS")).expect(201).json();
        assertThat(friend.get(Merchant.payPath(second)).expect(200).hook("missing"))
                .isPresent();
        assertThat(friend.get("/wallet").expect(200).hook("balance-XTS").orElseThrow())
                .contains("400.00");
        assertThat(friend.get(Merchant.payPath(first)).expect(200).body()).contains("Test mode");
    }

    private static String typedEmail(Reply page) {
        return page.expect(200).body().replaceAll("(?s).*<input id=\"email\"[^>]*? value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void theCustomersAddressIsTypedAlreadyWhetherOrNotSuchAMemberExists() {
        for (String email : List.of("payer@example.com", "nobody-has-this@example.com")) {
            JsonNode checkout = merchant.create(order("1.00").put("customer_email", email))
                    .expect(201)
                    .json();
            String path = Merchant.payPath(checkout);
            TestBrowser stranger = server.browser();
            assertThat(typedEmail(stranger.get(path))).isEqualTo(email);
            assertThat(typedEmail(stranger.get("/signup?next=" + path))).isEqualTo(email);
            assertThat(typedEmail(stranger.get("/login?next=" + path))).isEqualTo(email);
            assertThat(server.signedIn("friend").get(path).expect(200).body()).doesNotContain(email);

            stranger.post(path, Map.of("action", "cancel")).expect(303);
            assertThat(stranger.get(path).expect(200).body()).doesNotContain(email);
            assertThat(stranger.get("/signup?next=" + path).expect(200).body()).doesNotContain(email);
        }
        TestBrowser stranger = server.browser();
        stranger.get("/signup?next=/pay/co_nonsense").expect(200);
        stranger.get("/login?next=/wallet").expect(200);
    }

    @Test
    void whoeverReservesIsToldSoAndNotThatItIsFinal() {
        JsonNode checkout = merchant.create(order("2.50").put("capture", "manual"))
                .expect(201)
                .json();
        Reply page = server.signedIn("payer").get(Merchant.payPath(checkout)).expect(200);
        assertThat(page.hook("reserves").orElseThrow()).contains("set aside");
        assertThat(page.body()).doesNotContain("Paid at once").contains("fill=\"#0b5345\"");
    }
}
