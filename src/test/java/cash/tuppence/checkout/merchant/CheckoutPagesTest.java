package cash.tuppence.checkout.merchant;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CheckoutPagesTest {
    private static final String LIST = "/business/corner-shop/checkouts";

    private static TestServer server;
    private static Merchant merchant;
    private static TestBrowser owner;
    private static TestBrowser payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        merchant = Merchant.live(server);
        owner = server.signedIn("shop");
        payer = server.signedIn("payer");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String made(String reference, String amount, String capture) {
        return merchant.create(order(amount).put("reference", reference).put("capture", capture))
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    private static String paid(String reference, String amount, String capture) {
        String id = made(reference, amount, capture);
        payer.post("/pay/" + id, Map.of("action", "pay")).expect(303);
        return id;
    }

    private static JsonNode now(String id) {
        return merchant.checkout(id);
    }

    @Test
    void theListIsSearchedByReferenceAmountPayerAndState() {
        String open = made("tea-1", "3.33", "automatic");
        String paid = paid("tea-2", "4.44", "automatic");

        assertThat(owner.get(LIST).expect(200).body()).contains(open, paid);
        assertThat(owner.get(LIST + "?reference=tea-1").expect(200).body())
                .contains(open)
                .doesNotContain(paid);
        assertThat(owner.get(LIST + "?reference=tea-").expect(200).body()).contains(open, paid);
        assertThat(owner.get(LIST + "?reference=te_-").expect(200).hook("none")).isPresent();
        assertThat(owner.get(LIST + "?amount=4.44").expect(200).body())
                .contains(paid)
                .doesNotContain(open);
        assertThat(owner.get(LIST + "?payer=@payer&reference=tea").expect(200).body())
                .contains(paid, "Paula Payer")
                .doesNotContain(open);
        assertThat(owner.get(LIST + "?state=open&reference=tea").expect(200).body())
                .contains(open)
                .doesNotContain(paid);
        assertThat(owner.get(LIST + "?mode=test").expect(200).body())
                .contains("Play money")
                .doesNotContain(paid);
        assertThat(owner.get(LIST + "?payer=nobody-at-all").expect(422).error("payer"))
                .isPresent();
        assertThat(owner.get(LIST + "?amount=much").expect(422).error("amount")).isPresent();
    }

    @Test
    void theSameStandsInASpreadsheet() {
        String paid = paid("=1+1", "1.11", "automatic");
        Reply csv = owner.get(LIST + ".csv?reference=%3D1").expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(paid)
                .contains(",paid,'=1+1,A tin of tea,1.11,1.11,0.00,USD,", ",Paula Payer,payer");
    }

    @Test
    void theCustomersAddressStandsOnThePageAndInTheSpreadsheet() {
        String id = merchant.create(order("1.23").put("reference", "mail-1").put("customer_email", "fern@example.com"))
                .expect(201)
                .json()
                .get("id")
                .asString();
        assertThat(owner.get(LIST + "/" + id).expect(200).hook("customer-email"))
                .contains("fern@example.com");
        assertThat(owner.get(LIST + ".csv?reference=mail-1").expect(200).body().lines())
                .last()
                .asString()
                .startsWith(id)
                .endsWith(",fern@example.com");
        String without = made("mail-2", "1.23", "automatic");
        assertThat(owner.get(LIST + "/" + without).expect(200).hook("customer-email"))
                .isEmpty();
    }

    @Test
    void olderOnesAreOnTheNextPage() {
        List<String> ids = java.util.stream.IntStream.range(0, 27)
                .mapToObj(i -> made("page-" + i, "7.77", "automatic"))
                .toList();
        Reply first = owner.get(LIST + "?amount=7.77").expect(200);
        assertThat(first.body()).contains(ids.get(26), ids.get(2)).doesNotContain(ids.get(1));
        Reply second = owner.get(LIST + "?amount=7.77&before=" + ids.get(2)).expect(200);
        assertThat(second.body()).contains(ids.get(1), ids.get(0)).doesNotContain(ids.get(2));
    }

    @Test
    void aPartIsCapturedAndTheSameFormSentTwiceCapturesOnce() {
        String id = paid("later-1", "2.50", "manual");
        String path = LIST + "/" + id;
        Map<String, String> form = new HashMap<>(owner.get(path).expect(200).hiddenFields());
        form.putAll(Map.of("action", "capture", "amount", "2.00"));
        assertThat(owner.postOnly(path, form).expect(303).location()).endsWith(id + "?done=capture");
        owner.postOnly(path, form).expect(303);
        assertThat(now(id).get("amount_captured").get("amount").asString()).isEqualTo("2.00");
        assertThat(owner.get(path).expect(200).hook("captured")).contains("$2.00");
    }

    @Test
    void whatIsWrongWithACaptureIsSaid() {
        String id = paid("later-2", "2.50", "manual");
        String path = LIST + "/" + id;
        Reply more =
                owner.post(path, Map.of("action", "capture", "amount", "2.51")).expect(422);
        assertThat(more.error("amount")).isPresent();
        owner.post(path, Map.of("action", "capture", "amount", "")).expect(422);
        owner.post(path, Map.of("action", "nonsense")).expect(422);
        assertThat(now(id).get("state").asString()).isEqualTo("authorized");
    }

    @Test
    void openAndReservedOnesAreCanceled() {
        for (String id : List.of(made("no-1", "1.00", "automatic"), paid("no-2", "1.00", "manual"))) {
            owner.post(LIST + "/" + id, Map.of("action", "cancel")).expect(303);
            assertThat(now(id).get("state").asString()).isEqualTo("canceled");
        }
        String paid = paid("no-3", "1.00", "automatic");
        Map<String, String> form =
                new HashMap<>(owner.get(LIST + "/" + paid).expect(200).hiddenFields());
        form.put("action", "cancel");
        owner.postOnly(LIST + "/" + paid, form).expect(409);
        assertThat(now(paid).get("state").asString()).isEqualTo("paid");
    }

    @Test
    void theHistoryTellsWhenAndWhyNobodyPaid() {
        String byTeam = made("never-1", "1.00", "automatic");
        owner.post(LIST + "/" + byTeam, Map.of("action", "cancel")).expect(303);
        assertThat(history(byTeam)).contains("Your shop canceled it before anybody paid", "by Sam Corner");

        String byProgram = made("never-2", "1.00", "automatic");
        merchant.post("/api/v1/checkouts/" + byProgram + "/cancel", "").expect(200);
        assertThat(history(byProgram))
                .contains("Your shop canceled it before anybody paid")
                .doesNotContain(", by ");

        String byPayer = made("never-3", "1.00", "automatic");
        payer.post("/pay/" + byPayer, Map.of("action", "cancel")).expect(303);
        assertThat(history(byPayer))
                .contains("The payer went back without paying")
                .doesNotContain(", by ");

        String byTime = merchant.create(order("1.00").put("expires_in_seconds", 60))
                .expect(201)
                .json()
                .get("id")
                .asString();
        assertThat(history(byTime)).doesNotContain("Nobody paid in time");
        server.clock().advance(Duration.ofSeconds(60));
        assertThat(history(byTime)).contains("Nobody paid in time");
        assertThat(history(byTime).split("<time ")).hasSize(3);
    }

    private static String history(String id) {
        String page = owner.get(LIST + "/" + id).expect(200).body();
        return page.substring(page.indexOf("<ol class=\"history\""), page.indexOf("</ol>"));
    }

    @Test
    void aRefundIsSeenByBothSidesAndADoubleClickGivesBackOnce() {
        String id = paid("back-1", "2.50", "automatic");
        String path = LIST + "/" + id;
        Map<String, String> form = new HashMap<>(owner.get(path).expect(200).hiddenFields());
        form.putAll(Map.of("amount", "1.00", "reason", "The lid was dented"));
        owner.postOnly(path + "/refund", form).expect(303);
        owner.postOnly(path + "/refund", form).expect(303);

        assertThat(now(id).get("amount_refunded").get("amount").asString()).isEqualTo("1.00");
        Reply shown = owner.get(path + "?done=refund").expect(200);
        assertThat(shown.hook("refunded")).contains("$1.00");
        assertThat(shown.body()).contains("The lid was dented", "by Sam Corner", "Partly given back");
        String receipt = payer.get("/pay/" + id).expect(200).body().replaceAll("(?s).*/transfers/(tr_\\w+).*", "$1");
        Reply payersReceipt = payer.get("/transfers/" + receipt).expect(200);
        assertThat(payersReceipt.hook("returned")).contains("$1.00");
        assertThat(payersReceipt.body()).contains("The lid was dented");
        String back = payersReceipt
                .body()
                .replaceAll("(?s).*<dt>Given back</dt>\\s*<dd><a href=\"/transfers/(tr_\\w+).*", "$1");
        assertThat(payer.get("/transfers/" + back).expect(200).hook("payment")).isPresent();
    }

    @Test
    void moreThanIsLeftIsNotGivenBack() {
        String id = paid("back-2", "2.50", "automatic");
        String path = LIST + "/" + id;
        Map<String, String> form = new HashMap<>(owner.get(path).expect(200).hiddenFields());
        form.put("amount", "2.51");
        assertThat(owner.postOnly(path + "/refund", form).expect(422).body()).contains("more than is left");
        form.put("amount", "");
        assertThat(owner.postOnly(path + "/refund", form).expect(422).error("amount"))
                .isPresent();
        assertThat(now(id).get("state").asString()).isEqualTo("paid");
    }

    @Test
    void anotherBusinesssCheckoutIsNotThere() {
        String id = made("mine", "1.00", "automatic");
        TestBrowser librarian = server.signedIn("library");
        librarian.get("/business/library/checkouts/" + id).expect(404);
        assertThat(librarian.get("/business/library/checkouts").expect(200).body())
                .doesNotContain(id);
    }
}
