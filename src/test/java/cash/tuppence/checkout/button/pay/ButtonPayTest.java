package cash.tuppence.checkout.button.pay;

import static cash.tuppence.checkout.button.Shelf.body;
import static cash.tuppence.checkout.button.Shelf.fixed;
import static cash.tuppence.checkout.button.Shelf.page;
import static cash.tuppence.checkout.button.Shelf.usd;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.checkout.pay.Redirect;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ButtonPayTest {
    private static final Map<String, String> PAY = Map.of("action", "pay");

    private static TestServer server;
    private static Shelf shelf;
    private static Merchant merchant;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shelf = Shelf.live(server);
        merchant = Merchant.live(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPayerPaysAndGoesBackSigned() {
        JsonNode button = shelf.made(fixed("0.25").put("stock", 4).put("max_quantity", 3));
        TestBrowser payer = server.signedIn("payer");
        String path = page(button) + "?reference=order-17";
        Reply shown = payer.get(path).expect(200);
        assertThat(shown.hook("amount")).contains("$0.25");
        assertThat(shown.hook("description")).contains("A tin of tea");
        assertThat(shown.hook("reference")).contains("order-17");
        assertThat(shown.hook("left")).contains("Only 4 left");
        assertThat(checkouts("order-17")).isEmpty();

        Map<String, String> consent = consent(shown, Map.of("quantity", "2"));
        Reply paid = payer.postOnly(page(button), consent).expect(303);

        Redirect back = Redirect.of(paid.location());
        assertThat(back.address()).isEqualTo(Merchant.SHOP + "/return");
        assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();
        assertThat(back.values())
                .containsEntry("tuppence_state", "paid")
                .containsEntry("tuppence_amount", "0.50")
                .containsEntry("tuppence_reference", "order-17");
        JsonNode made = merchant.checkout(back.values().get("tuppence_checkout"));
        assertThat(made.get("state").asString()).isEqualTo("paid");
        assertThat(made.at("/metadata/button")).isEqualTo(button.get("id"));
        assertThat(made.at("/metadata/quantity").asInt()).isEqualTo(2);
        assertThat(shelf.read(button).get("stock").asInt()).isEqualTo(2);
        assertThat(shelf.read(button).get("sold").asInt()).isEqualTo(2);

        // The very same form once more: the same answer, nothing more paid.
        String balance = balance(payer);
        Redirect again =
                Redirect.of(payer.postOnly(page(button), consent).expect(303).location());
        assertThat(again.values())
                .containsEntry("tuppence_checkout", back.values().get("tuppence_checkout"));
        assertThat(balance(payer)).isEqualTo(balance);
        Reply other = payer.postOnly(page(button), consent(shown, Map.of("quantity", "1")))
                .expect(303);
        assertThat(other.location()).isEqualTo("/pay/" + back.values().get("tuppence_checkout"));
        assertThat(balance(payer)).isEqualTo(balance);
    }

    @Test
    void lookingMakesNothing() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser payer = server.signedIn("payer");
        payer.get(page(button) + "?reference=just-looking&quantity=1&action=pay")
                .expect(200);
        server.browser().get(page(button) + "?reference=just-looking").expect(200);
        payer.post(page(button) + "?reference=just-looking", page(button), Map.of("action", "cancel"))
                .expect(303);
        assertThat(checkouts("just-looking")).isEmpty();
        assertThat(shelf.read(button)).isEqualTo(button);
    }

    @Test
    void whateverIsAlteredInTheOfferNothingIsPaid() {
        JsonNode button = shelf.made(fixed("0.25"));
        JsonNode cheaper = shelf.made(fixed("0.01"));
        TestBrowser payer = server.signedIn("payer");
        String before = balance(payer);
        Reply shown = payer.get(page(button) + "?reference=altered").expect(200);
        String offer = shown.hiddenFields().get("offer");
        String text = new String(
                Base64.getUrlDecoder().decode(offer.substring(0, offer.indexOf('.'))), StandardCharsets.UTF_8);
        String signature = offer.substring(offer.indexOf('.'));
        String[] fields = text.split("\n", -1);
        for (int i = 0; i < fields.length; i++) {
            String[] altered = fields.clone();
            altered[i] = altered[i].equals("1") ? "2" : "1" + altered[i];
            String forged = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(String.join("\n", altered).getBytes(StandardCharsets.UTF_8));
            assertRefused(payer, button, consent(shown, Map.of("offer", forged + signature)));
        }
        for (String odd : List.of("", ".", "x", offer + "x", offer.substring(1), signature)) {
            assertRefused(payer, button, consent(shown, Map.of("offer", odd)));
        }
        // Another button's offer, another reference, another member's.
        assertRefused(payer, cheaper, consent(shown, Map.of()));
        assertRefused(payer, button, consent(shown, Map.of("reference", "another")));
        TestBrowser friend = server.signedIn("friend");
        Map<String, String> stolen = new HashMap<>(consent(shown, Map.of()));
        stolen.put("_csrf", friend.get(page(button)).hiddenFields().get("_csrf"));
        assertRefused(friend, button, stolen);
        assertThat(balance(payer)).isEqualTo(before);
        assertThat(checkouts("altered")).isEmpty();
    }

    private static void assertRefused(TestBrowser browser, JsonNode button, Map<String, String> consent) {
        Reply refused = browser.postOnly(page(button), consent).expect(422);
        assertThat(refused.hook("error").orElseThrow()).contains("Nothing was paid");
    }

    @Test
    void aPriceThatChangedIsShownAgainAndPaidOnlyThen() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button) + "?reference=dearer").expect(200);
        String before = balance(payer);
        shelf.patch(button, "{\"amount\":{\"amount\":\"0.75\"}}").expect(200);

        Reply again = payer.postOnly(page(button), consent(shown, Map.of())).expect(422);
        assertThat(again.hook("error")).isPresent();
        assertThat(again.hook("amount")).contains("$0.75");
        assertThat(again.hook("was")).contains("$0.25");
        assertThat(balance(payer)).isEqualTo(before);
        assertThat(checkouts("dearer")).isEmpty();

        Redirect back = Redirect.of(payer.postOnly(page(button), consent(again, Map.of()))
                .expect(303)
                .location());
        assertThat(back.values())
                .containsEntry("tuppence_amount", "0.75")
                .containsEntry("tuppence_reference", "dearer");
    }

    @Test
    void aDescriptionThatChangedIsShownAgainToo() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button)).expect(200);
        shelf.patch(button, "{\"description\":\"Half a tin of tea\"}").expect(200);
        Reply again = payer.postOnly(page(button), consent(shown, Map.of())).expect(422);
        assertThat(again.hook("description")).contains("Half a tin of tea");
    }

    @Test
    void aPageThatStoodOpenForTooLongIsShownAgain() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button)).expect(200);
        server.clock().advance(Duration.ofHours(1));
        Reply again = payer.postOnly(page(button), consent(shown, Map.of())).expect(422);
        assertThat(again.hook("error").orElseThrow()).contains("an hour");
        payer.postOnly(page(button), consent(again, Map.of())).expect(303);
    }

    @Test
    void oneOfferFromTwoBrowsersAtOncePaysOnce() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser one = server.signedIn("payer");
        TestBrowser two = one.at(server);
        Reply shown = one.get(page(button) + "?reference=twins").expect(200);
        Map<String, String> consent = consent(shown, Map.of());
        List<CompletableFuture<Reply>> sent = Stream.of(one, two, one, two)
                .map(browser -> CompletableFuture.supplyAsync(() -> browser.postOnly(page(button), consent)))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).allMatch(reply -> reply.status() == 303);
        assertThat(checkouts("twins")).hasSize(1);
        assertThat(shelf.read(button).get("payments").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverIsNewSignsInInPlaceAndKeepsWhatTheyChose() {
        JsonNode button = shelf.made(fixed("0.25").put("max_quantity", 9));
        String path = page(button) + "?reference=order-18&quantity=3";
        TestBrowser visitor = server.browser();
        Reply shown = visitor.get(path).expect(200);
        assertThat(shown.hook("amount")).contains("$0.75");
        String next = shown.hiddenFields().get("next");
        assertThat(next).isEqualTo(path);
        assertThat(shown.body()).contains("/signup?next=");
        assertThat(visitor.postOnly(page(button), consent(shown, Map.of("quantity", "3")))
                        .expect(303)
                        .location())
                .isEqualTo(path);
        visitor.post(path, "/login", Map.of("email", "payer@example.test", "password", "tuppence-demo"))
                .expect(303);
        Reply again = visitor.get(next).expect(200);
        assertThat(again.hook("amount")).contains("$0.75");
        Redirect back = Redirect.of(visitor.postOnly(page(button), consent(again, Map.of("quantity", "3")))
                .expect(303)
                .location());
        assertThat(back.values())
                .containsEntry("tuppence_amount", "0.75")
                .containsEntry("tuppence_reference", "order-18");
    }

    @Test
    void aChosenPriceIsTakenFromItsLeastOn() {
        ObjectNode open = body("open").put("return_url", Merchant.SHOP + "/return");
        open.set("min_amount", usd("0.50"));
        JsonNode button = shelf.made(open);
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button)).expect(200);
        Reply refused = payer.postOnly(page(button), consent(shown, Map.of("amount", "0.49")))
                .expect(422);
        assertThat(refused.error("amount").orElseThrow()).contains("$0.50");
        assertThat(payer.postOnly(page(button), consent(refused, Map.of("amount", "nothing")))
                        .expect(422)
                        .error("amount"))
                .isPresent();
        Redirect back = Redirect.of(payer.postOnly(page(button), consent(refused, Map.of("amount", "0.51")))
                .expect(303)
                .location());
        assertThat(back.values()).containsEntry("tuppence_amount", "0.51");
    }

    @Test
    void aGiftIsGivenWithAWordAndFillsTheGoal() {
        ObjectNode gift = body("gift").put("description", "A new roof");
        gift.putArray("suggested").add(usd("1.00")).add(usd("2.00"));
        gift.set("goal", usd("4.00"));
        JsonNode button = shelf.made(gift);
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button) + "?amount=1.00").expect(200);
        assertThat(shown.hook("goal")).contains("$4.00");
        assertThat(shown.hook("collected")).contains("$0.00");
        assertThat(shown.body()).contains("$2.00");
        String thanks = payer.postOnly(
                        page(button), consent(shown, Map.of("amount", "1.00", "message", "For the rain")))
                .expect(303)
                .location();
        assertThat(thanks).startsWith(server.baseUrl() + page(button) + "/thanks?tuppence_checkout=co_");
        Reply thanked = payer.get(thanks).expect(200);
        assertThat(thanked.hook("amount")).contains("$1.00");
        assertThat(thanked.hook("collected")).contains("$1.00");
        assertThat(server.browser().get(thanks).expect(200).hook("amount")).isEmpty();
        String id = Redirect.of(thanks).values().get("tuppence_checkout");
        assertThat(merchant.checkout(id).at("/metadata/message").asString()).isEqualTo("For the rain");
        assertThat(payer.get(page(button)).body()).contains("width=\"25\"");
    }

    @Test
    void aVisitorsGiftIsKeptOverSigningIn() {
        JsonNode button = shelf.made(body("gift"));
        TestBrowser visitor = server.browser();
        Reply shown = visitor.get(page(button) + "?reference=spring").expect(200);
        String login = visitor.postOnly(
                        page(button), consent(shown, Map.of("amount", "2.00", "message", "Hello there")))
                .expect(303)
                .location();
        assertThat(login)
                .startsWith("/login?next=")
                .contains("reference%3Dspring", "amount%3D2.00", "message%3DHello%2Bthere");
    }

    @Test
    void whatIsSoldOutOrRetiredSaysSoAndCannotBePaid() {
        JsonNode button = shelf.made(fixed("0.25").put("stock", 1));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button)).expect(200);
        Reply late = payer.get(page(button)).expect(200);
        payer.postOnly(page(button), consent(shown, Map.of())).expect(303);
        Reply refused = payer.postOnly(page(button), consent(late, Map.of())).expect(409);
        assertThat(refused.hook("error").orElseThrow()).contains("Nothing was paid");
        assertThat(refused.hook("over").orElseThrow()).contains("Sold out");
        assertThat(payer.get(page(button)).expect(200).body()).doesNotContain("value=\"pay\"");
        shelf.send("DELETE", Shelf.path(button), "").expect(200);
        assertThat(payer.get(page(button)).expect(410).hook("over").orElseThrow())
                .contains("not offered any more");
        payer.get("/pay/button/btn_0000000000000000000000000000").expect(404);
    }

    @Test
    void cancelingLeadsBackSignedAndNamesNoOrder() {
        JsonNode button = shelf.made(fixed("0.25").put("cancel_url", Merchant.SHOP + "/basket?x=1"));
        for (TestBrowser browser : List.of(server.browser(), server.signedIn("payer"))) {
            Redirect back = Redirect.of(
                    browser.post(page(button) + "?reference=never", page(button), Map.of("action", "cancel"))
                            .expect(303)
                            .location());
            assertThat(back.address()).isEqualTo(Merchant.SHOP + "/basket");
            assertThat(back.isSignedWith("tuppence-demo-redirect-secret!!")).isTrue();
            assertThat(back.values()).containsEntry("tuppence_state", "canceled");
        }
        assertThat(checkouts("never")).isEmpty();
        JsonNode gift = shelf.made(body("gift"));
        assertThat(server.browser()
                        .post(page(gift), Map.of("action", "cancel"))
                        .expect(303)
                        .location())
                .isEqualTo("/@corner-shop");
    }

    @Test
    void withoutScriptTheTotalIsShownByAskingForIt() {
        JsonNode button = shelf.made(fixed("0.25").put("max_quantity", 4));
        TestBrowser payer = server.signedIn("payer");
        Reply shown = payer.get(page(button) + "?reference=order-19").expect(200);
        Reply total = payer.postOnly(page(button), consent(shown, Map.of("action", "total", "quantity", "3")))
                .expect(200);
        assertThat(total.hook("amount")).contains("$0.75");
        assertThat(total.hook("reference")).contains("order-19");
        for (String odd : List.of("0", "5", "-1", "two", "99999999999999999999")) {
            Reply refused = payer.postOnly(page(button), consent(total, Map.of("quantity", odd)))
                    .expect(422);
            assertThat(refused.error("quantity")).as(odd).isPresent();
        }
        assertThat(shelf.read(button)).isEqualTo(button);
    }

    @Test
    void whoeverWorksForTheMerchantCannotPay() {
        JsonNode button = shelf.made(fixed("0.25"));
        TestBrowser shop = server.signedIn("shop");
        Reply shown = shop.get(page(button)).expect(200);
        assertThat(shown.hook("own")).isPresent();
        shop.postOnly(page(button), consent(shown, Map.of())).expect(422);
    }

    @Test
    void formsMayLeadToTheMerchantAndNobodyElse() {
        JsonNode button = shelf.made(fixed("0.25"));
        assertThat(server.browser().get(page(button)).header("Content-Security-Policy"))
                .contains("form-action 'self' https: http://127.0.0.1:8081");
    }

    @Test
    void whatAPageAddsIsTextAndOfASaneLength() {
        JsonNode button = shelf.made(fixed("0.25"));
        assertThat(server.browser()
                        .get(page(button) + "?reference=%22%3E%3Cimg%3E")
                        .expect(200)
                        .body())
                .doesNotContain("<img>");
        server.browser().get(page(button) + "?reference=" + "x".repeat(201)).expect(422);
        assertThat(server.browser()
                        .get(page(button) + "?quantity=1e9")
                        .expect(200)
                        .hook("amount"))
                .contains("$0.25");
    }

    private static Map<String, String> consent(Reply shown, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(shown.hiddenFields());
        fields.putAll(PAY);
        fields.putAll(typed);
        return fields;
    }

    private static List<JsonNode> checkouts(String reference) {
        return merchant.get("/api/v1/checkouts?reference=" + reference)
                .expect(200)
                .json()
                .get("data")
                .valueStream()
                .toList();
    }

    private static String balance(TestBrowser browser) {
        return browser.get("/wallet").expect(200).hook("balance").orElseThrow();
    }
}
