package cash.tuppence.business.connect;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.web.guard.Csrf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on which a member says yes or no to a program. */
class ConnectTest {
    private static final String SHOP = "corner-shop";
    private static final String CODES = "select count(*) from connect_codes";

    private static TestServer server;

    private TestBrowser owner;
    private Plugin plugin;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void nobodyHasAgreedYet() {
        Rows.execute(server, "delete from connect_codes");
        Rows.execute(server, "delete from origins where origin = 'https://shop.example'");
        Rows.execute(server, "update profiles set state = 'active' where handle = '" + SHOP + "'");
        put("friend", "developer");
        owner = server.signedIn("shop");
        plugin = new Plugin(server);
    }

    private static void put(String person, String role) {
        Rows.execute(
                server,
                "replace into team_members (profile_id, member_id, role, joined_at)"
                        + " select p.id, m.id, '" + role + "', utc_timestamp(6) from profiles p join members m"
                        + " where p.handle = '" + SHOP + "' and m.email = '" + person + "@example.test'");
    }

    private static long codes() {
        return Rows.number(server, CODES);
    }

    @Test
    void saysWhoAsksFromWhereAndWhatItCouldDo() {
        Reply page = plugin.shownTo(owner).expect(200);
        assertThat(page.hook("program")).contains("Shop plugin");
        assertThat(page.hook("origin")).contains("https://shop.example");
        assertThat(page.hook("return-url")).contains(Plugin.RETURN_URL);
        String can = page.body().replaceAll("(?s).*<ul id=\"can\">(.*?)</ul>.*", "$1");
        assertThat(can)
                .contains("See its checkouts", "Make, capture and cancel")
                .doesNotContain("Send cash", "Refund");
        String cannot = page.body().replaceAll("(?s).*id=\"cannot\">(.*?)</ul>.*", "$1");
        assertThat(cannot).contains("Send cash", "Refund").doesNotContain("Make, capture");
        assertThat(page.body()).contains("With real cash").doesNotContain("Test mode");
        assertThat(page.header("Content-Security-Policy")).endsWith("form-action 'self' https: https://shop.example");
    }

    @Test
    void saysLoudlyThatPlayMoneyIsNone() {
        assertThat(plugin.with("mode", "test").shownTo(owner).expect(200).body())
                .contains("Test mode", "With play money")
                .doesNotContain("With real cash");
    }

    @Test
    void asksWhoeverIsNotSignedInToDoSoAndComesBack() {
        TestBrowser visitor = server.browser();
        String location = plugin.shownTo(visitor).expect(303).location();
        assertThat(location).startsWith("/login?next=");
        String next = Plugin.read("http://x/" + location.substring(1)).get("next");
        Reply signedIn = visitor.post(
                "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                "/login",
                Map.of("email", "shop@example.test", "password", "tuppence-demo"));
        assertThat(signedIn.expect(303).location()).isEqualTo(next);
        assertThat(visitor.get(next).expect(200).hook("return-url")).contains(Plugin.RETURN_URL);
    }

    @Test
    void leadsBackWithACodeAndTheStateAndNoKey() {
        String location = plugin.acceptedBy(owner, SHOP).expect(303).location();
        assertThat(location).startsWith(Plugin.RETURN_URL + "&").doesNotContain("sk_live", "#");
        assertThat(Plugin.read(location))
                .containsOnlyKeys("page", "code", "state")
                .containsEntry("state", Plugin.STATE);
        assertThat(codes()).isEqualTo(1);
    }

    @Test
    void leadsBackWithoutACodeWhereTheMemberSaysNo() {
        String location =
                plugin.answeredBy(owner, "decline", Map.of()).expect(303).location();
        assertThat(Plugin.read(location))
                .isEqualTo(Map.of("page", "cash", "error", "access_denied", "state", Plugin.STATE));
        assertThat(codes()).isZero();
    }

    @Test
    void registersTheSiteWhereTheMemberLeavesTheTick() {
        assertThat(plugin.shownTo(owner).body()).containsPattern("name=\"register\"[^>]*checked");
        plugin.answeredBy(owner, "accept", Map.of("business", SHOP)).expect(303);
        assertThat(registered()).isZero();
        plugin.answeredBy(owner, "accept", Map.of("business", SHOP, "register", "yes"))
                .expect(303);
        assertThat(registered()).isEqualTo(1);
        assertThat(plugin.shownTo(owner).body()).doesNotContain("name=\"register\"");
    }

    private static long registered() {
        return Rows.number(
                server,
                "select count(*) from origins o join profiles p on p.id = o.profile_id"
                        + " where o.origin = 'https://shop.example' and p.handle = '" + SHOP + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|",
                "name|01234567890123456789012345678901234567890123456789012345678901234567890123456789+",
                "name|turned\u202eround",
                "return_url|",
                "return_url|/admin",
                "return_url|http://shop.example/admin",
                "return_url|http://127.0.0.1.evil.example/",
                "return_url|https://shop.example/#top",
                "return_url|https://shop.example/?tuppence_state=paid",
                "return_url|https://shop.example/?%74uppence_state=paid",
                "return_url|https://shop.example@evil.example/",
                "return_url|https://evil.example\\@shop.example/",
                "return_url|javascript:alert(1)",
                "return_url|data:text/html,hello",
                "return_url|//shop.example/",
                "return_url|https://bücher.example/",
                "state|",
                "state|ümlaut",
                "permissions|",
                "permissions|everything",
                "permissions|read checkouts:write,refunds:write",
                "permissions|READ",
                "mode|",
                "mode|both",
                "code_challenge|",
                "code_challenge|plain",
                "code_challenge|0123456789012345678901234567890123456789012",
                "code_challenge|E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
                "code_challenge_method|plain",
            })
    void showsWhatIsWrongAndLeadsNowhere(String name, String valueOrNull) {
        String value = valueOrNull == null ? "" : valueOrNull;
        Plugin wrong = plugin.with(name, value);
        for (TestBrowser browser : List.of(owner, server.browser())) {
            Reply shown = wrong.shownTo(browser).expect(422);
            assertThat(shown.error(name)).as(name + " " + value).isPresent();
            assertThat(shown.location()).isEmpty();
            assertThat(shown.body()).doesNotContain("evil.example", "name=\"action\"");
        }
        Map<String, String> sent = plugin.shownTo(owner).hiddenFields();
        sent.put("business", SHOP);
        sent.put("action", "accept");
        sent.put(name, value);
        assertThat(owner.postOnly("/business/connect", sent).expect(422).location())
                .isEmpty();
        assertThat(codes()).isZero();
    }

    @Test
    void takesLongAndManyOnlyAsFarAsTheyGo() {
        plugin.with("state", "s".repeat(200)).shownTo(owner).expect(200);
        assertThat(plugin.with("state", "s".repeat(201))
                        .shownTo(owner)
                        .expect(422)
                        .error("state"))
                .isPresent();
        String url = "https://shop.example/" + "u".repeat(979);
        plugin.with("return_url", url).shownTo(owner).expect(200);
        assertThat(plugin.with("return_url", url + "u")
                        .shownTo(owner)
                        .expect(422)
                        .error("return_url"))
                .isPresent();
        assertThat(plugin.with("return_url", "https://shop.example/?" + "&".repeat(900))
                        .shownTo(owner)
                        .expect(422)
                        .error("return_url"))
                .isPresent();
        assertThat(owner.get(plugin.path() + "&return_url=https%3A%2F%2Fevil.example%2F")
                        .expect(422)
                        .error("return_url"))
                .isPresent();
        owner.postOnly(plugin.path(), plugin.shownTo(owner).hiddenFields()).expect(422);
        plugin.with("return_url", "http://localhost:8082/").shownTo(owner).expect(200);
        plugin.with("code_challenge_method", "S256").shownTo(owner).expect(200);
    }

    @Test
    void connectsNobodyElsesBusiness() {
        assertThat(plugin.acceptedBy(owner, "library").expect(422).error("business"))
                .isPresent();
        assertThat(plugin.acceptedBy(owner, "no-such-business").expect(422).error("business"))
                .isPresent();
        assertThat(plugin.acceptedBy(owner, "").expect(422).error("business")).isPresent();
        assertThat(codes()).isZero();
    }

    @Test
    void connectsOnlyWhereTheRoleCoversAllThatIsAskedFor() {
        for (String role : List.of("manager", "cashier")) {
            put("friend", role);
            assertRefused(plugin, role);
        }
        put("friend", "developer");
        assertRefused(plugin.with("permissions", "refunds:write"), "refunds");
        assertRefused(plugin.with("permissions", "checkouts:write transfers:write"), "transfers");
        TestBrowser developer = server.signedIn("friend");
        plugin.acceptedBy(developer, SHOP).expect(303);
        plugin.with("permissions", "transfers:write")
                .with("mode", "test")
                .acceptedBy(developer, SHOP)
                .expect(303);
        assertThat(plugin.with("permissions", "transfers:write")
                        .shownTo(owner)
                        .expect(200)
                        .body())
                .contains("send cash away to anybody");
    }

    private static void assertRefused(Plugin plugin, String description) {
        TestBrowser friend = server.signedIn("friend");
        long before = codes();
        assertThat(plugin.shownTo(friend).expect(200).body())
                .as(description)
                .contains("You have no business", "/business/new?next=")
                .doesNotContain("Corner Shop");
        plugin.acceptedBy(friend, SHOP).expect(422);
        assertThat(codes()).as(description).isEqualTo(before);
    }

    @Test
    void connectsNoBusinessThatIsSuspended() {
        Rows.execute(server, "update profiles set state = 'suspended' where handle = '" + SHOP + "'");
        plugin.acceptedBy(owner, SHOP).expect(422);
        assertThat(codes()).isZero();
    }

    @Test
    void takesNoAnswerThatIsNotOurs() {
        Map<String, String> sent = plugin.shownTo(owner).hiddenFields();
        sent.put("business", SHOP);
        sent.put("action", "accept");
        sent.remove(Csrf.FIELD);
        owner.postOnly("/business/connect", sent).expect(403);
        plugin.answeredBy(owner, "perhaps", Map.of("business", SHOP)).expect(400);
        assertThat(codes()).isZero();
    }

    @Test
    void aNewBusinessLeadsBackHere() {
        TestBrowser newcomer = server.signedIn("payer");
        String page = "/business/new?next=" + URLEncoder.encode(plugin.path(), StandardCharsets.UTF_8);
        Reply made = newcomer.post(page, "/business/new", Map.of("name", "Tea", "handle", "tea-of-paula"));
        assertThat(made.expect(303).location()).isEqualTo(plugin.path());
        plugin.acceptedBy(newcomer, "tea-of-paula").expect(303);
    }
}
