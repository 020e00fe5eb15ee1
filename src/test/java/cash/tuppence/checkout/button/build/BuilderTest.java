package cash.tuppence.checkout.button.build;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BuilderTest {
    private static final String LIST = "/business/corner-shop/buttons";
    private static final String NEW = LIST + "/new";

    private static TestServer server;
    private static Shelf shelf;
    private static TestBrowser shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shelf = Shelf.live(server);
        shop = server.signedIn("shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> typed(String kind, String... more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("kind", kind, "mode", "live", "description", "A jar of jam", "action", "make"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static String made(Map<String, String> fields) {
        String location = shop.post(NEW, fields).expect(303).location();
        assertThat(location).startsWith(LIST + "/btn_").endsWith("?made=1");
        return location.substring(0, location.indexOf('?'));
    }

    private static JsonNode stored(String path) {
        return shelf.send("GET", Shelf.PATH + path.substring(path.lastIndexOf('/')), "")
                .expect(200)
                .json();
    }

    @Test
    void aPriceIsMadeAndTheTwoLinesStandThereToCopy() {
        String path = made(typed("fixed", "amount", "2.50", "stock", "7", "max_quantity", "3"));
        Reply page = shop.get(path + "?made=1").expect(200);
        JsonNode button = stored(path);
        String url = server.baseUrl() + Shelf.page(button);
        assertThat(page.hook("snippet").orElseThrow())
                .isEqualTo("<script type=\"module\" src=\"" + server.baseUrl() + "/plugin/v1/tuppence.js\"></script>\n"
                        + "<tuppence-button button=\"" + button.get("id").asString() + "\"><a href=\"" + url
                        + "\">Pay $2.50</a></tuppence-button>");
        assertThat(page.hook("link")).contains(url);
        assertThat(page.hook("pinned").orElseThrow()).contains("integrity=\"sha384-", "crossorigin=\"anonymous\"");
        assertThat(page.hook("stock")).contains("7");
        assertThat(page.body()).contains("Your button is made", "<path fill=\"#000\" d=\"M");
        assertThat(shop.get(LIST).expect(200).body()).contains("A jar of jam", "7 left");
        Reply picture = server.browser().get(Shelf.page(button) + "/qr.svg").expect(200);
        assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void aGiftHasAmountsAndAGoal() {
        String path = made(typed("gift", "suggested", "1, 2,5", "goal", "100", "min_amount", "0.50"));
        JsonNode button = stored(path);
        assertThat(button.get("suggested")).hasSize(3);
        assertThat(button.at("/goal/amount").asString()).isEqualTo("100.00");
        assertThat(shop.get(path).expect(200).hook("snippet").orElseThrow()).contains(" label=\"Give\">", ">Give</a>");
    }

    @Test
    void withoutScriptThePreviewComesBySubmittingAndMakesNothing() {
        int before = shelf.send("GET", Shelf.PATH + "?limit=100", "")
                .json()
                .get("data")
                .size();
        Reply shown = shop.post(NEW, typed("fixed", "amount", "3.10", "action", "preview"))
                .expect(200);
        assertThat(shown.hook("snippet").orElseThrow()).contains("btn_…", "Pay $3.10");
        assertThat(shown.body()).contains("value=\"3.10\"", "value=\"A jar of jam\"");
        assertThat(shelf.send("GET", Shelf.PATH + "?limit=100", "").json().get("data"))
                .hasSize(before);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Reply refused = shop.post(
                        NEW,
                        typed(
                                "fixed",
                                "amount",
                                "many",
                                "stock",
                                "lots",
                                "max_quantity",
                                "0",
                                "goal",
                                "5",
                                "return_url",
                                "https://elsewhere.example/",
                                "description",
                                ""))
                .expect(422);
        for (String field : new String[] {"amount", "stock", "max_quantity", "goal", "return_url", "description"}) {
            assertThat(refused.error(field)).as(field).isPresent();
        }
        assertThat(shop.post(NEW, Map.of("action", "make")).expect(422).error("kind"))
                .isPresent();
    }

    @Test
    void aChangeIsSavedAndStockThatNobodyTouchedStaysWhatItIs() {
        String path = made(typed("fixed", "amount", "2.50", "stock", "7"));
        JsonNode button = stored(path);
        Map<String, String> shown = new HashMap<>(shop.get(path).hiddenFields());
        shelf.patch(button, "{\"stock\":5}").expect(200);
        shown.putAll(Map.of("amount", "2.75", "description", "A big jar of jam", "stock", "7", "action", "save"));
        assertThat(shop.postOnly(path, shown).expect(303).location()).isEqualTo(path + "?saved=1");
        JsonNode changed = stored(path);
        assertThat(changed.at("/amount/amount").asString()).isEqualTo("2.75");
        assertThat(changed.get("description").asString()).isEqualTo("A big jar of jam");
        assertThat(changed.get("revision").asInt()).isEqualTo(2);
        assertThat(changed.get("stock").asInt()).isEqualTo(5);
        shown.put("stock", "9");
        shop.postOnly(path, shown).expect(303);
        assertThat(stored(path).get("stock").asInt()).isEqualTo(9);
        shown.put("amount", "");
        assertThat(shop.postOnly(path, shown).expect(422).error("amount")).isPresent();
    }

    @Test
    void itIsRetiredAndBroughtBack() {
        String path = made(typed("open", "min_amount", "1"));
        shop.post(path, Map.of("action", "retire")).expect(303);
        assertThat(shop.get(path).expect(200).hook("state")).contains("Retired");
        shop.post(path, Map.of("action", "activate")).expect(303);
        assertThat(shop.get(path).expect(200).hook("state")).contains("Active");
    }

    @Test
    void playMoneyHasButtonsOfItsOwn() {
        String path = made(typed("fixed", "amount", "1", "mode", "test", "description", "Only to try"));
        assertThat(shop.get(path).expect(200).body()).contains("Test mode");
        assertThat(shop.get(LIST).expect(200).body()).doesNotContain("Only to try");
        assertThat(shop.get(LIST + "?mode=test").expect(200).body()).contains("Only to try");
    }

    @Test
    void anotherBusinesssButtonIsNotThere() {
        String path = made(typed("open"));
        String elsewhere = "/business/library/buttons" + path.substring(path.lastIndexOf('/'));
        server.signedIn("library").get(elsewhere).expect(404);
    }
}
