package cash.tuppence.checkout.pay;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayPageTest {
    private static final Map<String, String> PAY = Map.of("action", "pay");
    private static final Map<String, String> CANCEL = Map.of("action", "cancel");

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
    void theFormThatPaidSentAgainPaysNothingAndLeadsBack() {
        JsonNode checkout = merchant.created("1.00");
        TestBrowser payer = server.signedIn("payer");
        Map<String, String> form = filled(payer, checkout, "pay");
        payer.postOnly(Merchant.payPath(checkout), form).expect(303);
        String once = balance(payer);
        Reply again = payer.postOnly(Merchant.payPath(checkout), form).expect(303);
        assertThat(Redirect.of(again.location()).values()).containsEntry("tuppence_state", "paid");
        assertThat(balance(payer)).isEqualTo(once);
    }

    @Test
    void anotherFormOfThePayerIsToldThatItIsPaidAndShownTheWayBack() {
        JsonNode checkout = merchant.created("1.00");
        TestBrowser payer = server.signedIn("payer");
        Map<String, String> first = filled(payer, checkout, "pay");
        Map<String, String> second = filled(payer, checkout, "pay");
        payer.postOnly(Merchant.payPath(checkout), first).expect(303);
        String once = balance(payer);
        Reply closed = payer.postOnly(Merchant.payPath(checkout), second).expect(409);
        assertThat(closed.hook("state")).contains("This is paid");
        assertThat(balance(payer)).isEqualTo(once);

        Reply seen = payer.get(Merchant.payPath(checkout)).expect(200);
        assertThat(seen.hook("state")).contains("This is paid");
        assertThat(seen.hook("amount")).contains("$1.00");
        assertThat(seen.body()).contains(Merchant.SHOP + "/return?tuppence_checkout=", "/transfers/tr_");
    }

    @Test
    void othersSeeThatItIsPaidAndNothingMore() {
        JsonNode checkout = merchant.created("1.00");
        Map<String, String> friends = filled(server.signedIn("friend"), checkout, "pay");
        server.signedIn("payer").post(Merchant.payPath(checkout), PAY).expect(303);

        TestBrowser friend = server.signedIn("friend");
        for (Reply reply :
                new Reply[] {server.browser().get(Merchant.payPath(checkout)), friend.get(Merchant.payPath(checkout))
                }) {
            assertThat(reply.expect(200).hook("state")).contains("This is paid");
            assertThat(reply.body())
                    .contains("Corner Shop")
                    .doesNotContain("A tin of tea", "order-17", "$1.00", "tuppence_", "/return", "/transfers/");
        }
        assertThat(friends).containsKey("_csrf");
        String before = balance(friend);
        Map<String, String> form = new java.util.HashMap<>(friend.get("/wallet").hiddenFields());
        form.put("action", "pay");
        friend.postOnly(Merchant.payPath(checkout), form).expect(409);
        assertThat(balance(friend)).isEqualTo(before);
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
    void cancelingLeadsBackSignedAndNobodyPaysAfterwards() {
        JsonNode checkout = merchant.create(order("1.00").put("cancel_url", Merchant.SHOP + "/basket?a=1"))
                .json();
        TestBrowser payer = server.signedIn("payer");
        Map<String, String> form = filled(payer, checkout, "pay");
        Redirect back = Redirect.of(server.browser()
                .post(Merchant.payPath(checkout), CANCEL)
                .expect(303)
                .location());
        assertThat(back.address()).isEqualTo(Merchant.SHOP + "/basket");
        assertThat(back.values()).containsEntry("a", "1").containsEntry("tuppence_state", "canceled");
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();

        String before = balance(payer);
        Reply closed = payer.postOnly(Merchant.payPath(checkout), form).expect(409);
        assertThat(closed.hook("state")).contains("This was canceled");
        assertThat(payer.get(Merchant.payPath(checkout)).expect(200).hook("state"))
                .contains("This was canceled");
        assertThat(balance(payer)).isEqualTo(before);
    }

    @Test
    void whatIsPaidCannotBeCanceled() {
        JsonNode checkout = merchant.created("1.00");
        TestBrowser payer = server.signedIn("payer");
        Map<String, String> cancel = filled(payer, checkout, "cancel");
        payer.post(Merchant.payPath(checkout), PAY).expect(303);
        assertThat(payer.postOnly(Merchant.payPath(checkout), cancel)
                        .expect(409)
                        .hook("state"))
                .contains("This is paid");
        merchant.post("/api/v1/checkouts/" + checkout.get("id").asString() + "/cancel", "")
                .expect(409);
    }

    @Test
    void pastItsTimeItIsExpiredBeforeAnyJobSaysSo() {
        try (TestServer own = TestServer.start()) {
            Merchant shop = Merchant.live(own);
            JsonNode checkout =
                    shop.create(order("1.00").put("expires_in_seconds", 60)).json();
            TestBrowser payer = own.signedIn("payer");
            Map<String, String> form = filled(payer, checkout, "pay");
            own.clock().advance(Duration.ofSeconds(60));
            String before = balance(payer);
            Reply closed = payer.postOnly(Merchant.payPath(checkout), form).expect(409);
            assertThat(closed.hook("state")).contains("This waited too long");
            assertThat(closed.body()).contains(Merchant.SHOP + "/return\"").doesNotContain("tuppence_signature");
            assertThat(balance(payer)).isEqualTo(before);
            JsonNode expired = shop.checkout(checkout.get("id").asString());
            assertThat(expired.get("state").asString()).isEqualTo("expired");
            assertThat(expired.get("sequence").asLong()).isEqualTo(2);
        }
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

    private static Map<String, String> filled(TestBrowser browser, JsonNode checkout, String action) {
        Map<String, String> form =
                new java.util.HashMap<>(browser.get(Merchant.payPath(checkout)).hiddenFields());
        form.put("action", action);
        return form;
    }
}
