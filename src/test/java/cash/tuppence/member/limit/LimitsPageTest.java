package cash.tuppence.member.limit;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Transactions;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits as people, businesses and programs meet them. */
class LimitsPageTest {
    private static final String PATH = "/settings/limits";

    private static TestServer server;
    private static TestBrowser payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        payer = server.signedIn("payer");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void spent(String handle, long dollars) {
        Rows.execute(
                server,
                "update accounts set spent_on = '2026-11-02', spent_month = " + dollars * 10_000 + ", spent_day = "
                        + dollars * 10_000
                        + " where asset = 'USD' and owner_id = (select id from profiles where handle = '"
                        + handle + "')");
    }

    private static Reply send(String amount) {
        return payer.post("/send", Map.of("to", "@friend", "amount", amount, "message", "", "visibility", "private"));
    }

    @Test
    void aPageShowsWhatIsUsedAndWhatIsLeftAndHowToRaiseIt() {
        spent("payer", 1_990);

        Reply page = payer.get(PATH).expect(200);

        assertThat(page.body())
                .contains("$1,990.00", "$2,000.00", "$10.00", "left")
                .contains("Show us who you are")
                .contains("<a class=\"nav-link\" href=\"/settings/limits\" aria-current=\"page\">Limits</a>");
        spent("payer", 0);
    }

    @Test
    void itIsOfWhoeverIsSignedIn() {
        assertThat(server.browser().get(PATH).expect(303).location()).startsWith("/login");
    }

    @Test
    void aRefusalOnAPageNamesTheLimitAndWhatIsLeftBesideTheAmount() {
        spent("payer", 1_990);

        Reply refused = send("10.01").expect(422);

        assertThat(refused.error("amount").orElseThrow())
                .contains("$2,000.00 a day")
                .contains("$10.00 of that is left today");
        spent("payer", 0);
        send("0.01").expect(303);
    }

    @Test
    void aRefusalOfACallNamesTheLimitAndIsReplayedToTheLetter() {
        spent("friend", 1_990);
        String body = "{\"recipient\":\"@payer\",\"amount\":{\"amount\":\"4.90\",\"currency\":\"USD\"}}";
        spent("friend", 1_996);

        Reply first = call(body).expect(422);
        spent("friend", 1_000);
        Reply again = call(body).expect(422);

        assertThat(first.body()).contains("\"limit_exceeded\"", "$4.00 of that is left today");
        assertThat(again.body()).isEqualTo(first.body());
        spent("friend", 0);
    }

    private static Reply call(String body) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/transfers")
                .header("Authorization", "Bearer pat_demo_friend")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "too-much")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void playMoneyHasNoLimits() {
        assertThat(Rows.number(server, "select count(*) from accounts where asset = 'XTS' and limit_class <> 0"))
                .isZero();
        assertThat(Rows.number(
                        server,
                        "select count(*) from accounts where asset = 'USD' and type = 'wallet' and limit_class = 0"))
                .isZero();
    }

    @Test
    void aBusinessHasLimitsOfItsOwnForThoseWhoLookAfterItsCash() {
        assertThat(server.signedIn("shop")
                        .get("/business/corner-shop/limits")
                        .expect(200)
                        .body())
                .contains("Limits", "Show us whose business it is");
        payer.get("/business/corner-shop/limits").expect(404);
    }

    private static Database database() {
        TestDatabase schema = server.database();
        return new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 1));
    }

    @Test
    void theTierOfAMemberWhoConfirmsTheirAddressRisesWithTheirWalletAndTheirBusinesses() {
        Rows.execute(server, "update profiles set tier = 'basic' where handle in ('libby-shelf', 'library')");
        long member = Rows.number(server, "select id from members where email = 'library@example.test'");
        long profile = Rows.number(server, "select profile_id from members where id = " + member);

        try (Database database = database()) {
            new Transactions(database, List.of(LimitMapper.class))
                    .execute(session -> Tiers.emailConfirmed(session, member, profile));
        }

        assertThat(Rows.number(
                        server,
                        "select count(*) from profiles where tier = 'email' and handle in ('libby-shelf', 'library')"))
                .isEqualTo(2);
    }
}
