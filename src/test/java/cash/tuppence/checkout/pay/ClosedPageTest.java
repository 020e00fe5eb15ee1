package cash.tuppence.checkout.pay;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClosedPageTest {
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
        String before = balance(friend);
        friend.post("/wallet", Merchant.payPath(checkout), PAY).expect(409);
        assertThat(balance(friend)).isEqualTo(before);
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

    private static String balance(TestBrowser browser) {
        return browser.get("/wallet").expect(200).hook("balance").orElseThrow();
    }

    private static Map<String, String> filled(TestBrowser browser, JsonNode checkout, String action) {
        Map<String, String> form =
                new HashMap<>(browser.get(Merchant.payPath(checkout)).hiddenFields());
        form.put("action", action);
        return form;
    }
}
