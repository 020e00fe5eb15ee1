package cash.tuppence.wallet.leave;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class LeaveTest {
    private static final String PATH = "/settings/close";

    /** What may still name somebody who left, by their number alone. Of mails nothing is left but that there were any. */
    private static final Set<String> MAY_REMAIN = Set.of("departed_members", "mails", "team_changes");

    private static TestServer server;
    private static TestServer other;
    private static Person payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        other = server.again();
        payer = new Person(server.signedIn("payer"), "payer");
    }

    @AfterAll
    static void stop() {
        other.close();
        server.close();
    }

    private static Reply leave(Person person, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of("handle", person.handle(), "sure", "yes"));
        form.putAll(more);
        return person.browser().post(PATH, form);
    }

    private static Reply send(TestServer at, String recipient) {
        TestBrowser program = at.browser();
        return program.send(program.request("/api/v1/transfers")
                .header("Authorization", "Bearer pat_demo_payer")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"recipient\":\"" + recipient
                        + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}")));
    }

    private static Reply call(String path, String body) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/transfers" + path)
                .header("Authorization", "Bearer pat_demo_payer")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static long memberOf(Person person) {
        return Rows.number(
                server,
                "select m.id from members m join profiles p on p.id = m.profile_id where p.handle = '" + person.handle()
                        + "'");
    }

    private static String walletOf(Person person) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/users?query=" + person.handle())
                        .header("Authorization", "Bearer pat_demo_payer")
                        .GET())
                .expect(200)
                .json()
                .at("/data/0/id")
                .asString();
    }

    @Test
    void erasesAMemberOnAllNodesAndKeepsTheBooks() throws SQLException {
        Person person = Person.with(server, payer.browser(), "1.00");
        String receipt = person.send("@friend", "0.40");
        String wallet = walletOf(person);
        long member = memberOf(person);
        String token = person.browser()
                .post("/settings/security/tokens", Map.of("name", "x", "wallet:read", "yes", "expires", "30"))
                .hook("token")
                .orElseThrow();
        TestBrowser elsewhere = person.browser().at(other);
        elsewhere.get("/wallet").expect(200);
        assertThat(send(other, "@" + person.handle()).status()).isEqualTo(201);

        assertThat(person.browser().get(PATH).expect(200).body()).contains("$0.61");
        assertThat(leave(person, Map.of("to", "@friend")).expect(303).location())
                .isEqualTo("/goodbye");

        server.browser().get("/goodbye").expect(200);
        person.browser().get("/wallet").expect(303);
        elsewhere.get("/wallet").expect(303);
        for (TestServer node : List.of(server, other)) {
            assertThat(me(node, token)).isEqualTo(401);
            node.browser().get("/@" + person.handle()).expect(404);
            send(node, "@" + person.handle()).expect(422);
            send(node, wallet).expect(422);
        }
        assertThat(server.signedIn("friend").get(receipt).expect(200).body())
                .contains("Somebody who left")
                .doesNotContain("Person ");
        assertThat(Rows.number(
                        server,
                        "select coalesce(sum(a.balance), 0) from accounts a join profiles p on p.id = a.owner_id"
                                + " where p.state = 'closed' and a.asset = 'USD'"))
                .isZero();
        assertThat(tablesNaming(member)).isSubsetOf(MAY_REMAIN);
    }

    private static int me(TestServer at, String token) {
        TestBrowser program = at.browser();
        return program.send(program.request("/api/v1/me")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    /** Tables in which a row still has that member's number; looked for in all there are, so that none is forgotten. */
    private static List<String> tablesNaming(long memberId) throws SQLException {
        List<String> naming = new ArrayList<>();
        try (Connection connection = server.database().connect();
                Statement tables = connection.createStatement();
                ResultSet columns = tables.executeQuery("select table_name from information_schema.columns"
                        + " where table_schema = database() and column_name = 'member_id'")) {
            while (columns.next()) {
                String table = columns.getString(1);
                if (Rows.number(server, "select count(*) from " + table + " where member_id = " + memberId) > 0) {
                    naming.add(table);
                }
            }
        }
        return naming;
    }

    @Test
    void keepsWhoTheyWereEncryptedForFiveYears() throws SQLException {
        Person person = Person.newcomer(server);
        long member = memberOf(person);
        leave(person, Map.of()).expect(303);
        String sealed = "select count(*) from departed_members where member_id = " + member;
        assertThat(Rows.number(server, sealed)).isOne();
        assertThat(Rows.number(server, sealed + " and locate('" + person.handle() + "', sealed) > 0"))
                .isZero();
        server.runJob("sweep-departed");
        assertThat(Rows.number(server, sealed)).isOne();
        assertThat(
                        Rows.number(
                                server,
                                sealed
                                        + " and erase_at between departed_at + interval 1825 day and departed_at + interval 1827 day"))
                .isOne();
    }

    @Test
    void freesTheAddressAndReservesTheHandle() {
        Person person = Person.newcomer(server);
        leave(person, Map.of()).expect(303);
        assertThat(signUp(person.handle(), person.handle()).expect(422).error("handle"))
                .isPresent();
        signUp(person.handle() + "-again", person.handle()).expect(303);
    }

    private static Reply signUp(String handle, String address) {
        return server.browser()
                .post(
                        "/signup",
                        Map.of(
                                "name", "Somebody Again",
                                "handle", handle,
                                "email", address + "@example.test",
                                "password", "a-long-enough-secret",
                                "region", "US-UT",
                                "adult", "true",
                                "terms", "true"));
    }

    @Test
    void letsWhatWasPromisedToThemGoBack() {
        Person person = Person.newcomer(server);
        String hold = call(
                        "",
                        "{\"recipient\":\"" + person.at()
                                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"},\"mode\":\"hold\"}")
                .expect(201)
                .json()
                .get("id")
                .asString();
        leave(person, Map.of()).expect(303);
        assertThat(call("/" + hold + "/post", "{}")
                        .expect(422)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("recipient_unknown");
        call("/" + hold + "/void", "{}").expect(200);
    }

    @Test
    void isForThoseWhoMeanIt() {
        Person person = Person.with(server, payer.browser(), "0.05");
        Reply reply = person.browser()
                .post(PATH, Map.of("handle", "payer", "to", "@nobody-there"))
                .expect(422);
        assertThat(reply.error("handle")).isPresent();
        assertThat(reply.error("sure")).isPresent();
        assertThat(reply.error("to")).isPresent();
        leave(person, Map.of("to", "stranger@example.test")).expect(422);
        leave(person, Map.of()).expect(422);
        assertThat(person.balance()).isEqualTo("$0.05");
    }

    @Test
    void waitsUntilWhatWaitsIsTakenOrTakenBack() {
        Person person = Person.with(server, payer.browser(), "0.05");
        person.invite("somebody-new@example.test", "0.02");
        assertThat(person.browser().get(PATH).expect(200).body()).contains("still waits for somebody");
        leave(person, Map.of("to", "@friend")).expect(409);
        assertThat(person.balance()).isEqualTo("$0.03");
    }

    @Test
    void isNotForTheOnlyOwnerOfABusinessNorForAnOperator() {
        Person shop = new Person(server.signedIn("shop"), "shop");
        assertThat(shop.browser().get(PATH).expect(200).body())
                .contains("only owner")
                .contains("/team");
        shop.browser().post(PATH, Map.of("sure", "yes", "handle", "shop-owner")).expect(422);
        Person admin = new Person(server.signedIn("admin"), "admin");
        assertThat(admin.browser().get(PATH).expect(200).body()).contains("look after this server");
    }

    @Test
    void isNoWayOutOfAFreeze() {
        Person person = Person.newcomer(server);
        payer.send(person.at(), "0.01");
        Rows.freeze(server, person);
        leave(person, Map.of("to", "@friend")).expect(409);
        assertThat(person.browser().get("/wallet").expect(200).body()).contains("$0.01");
    }

    /** Each penny either arrived before the wallet was closed, and stopped that; or it never left. */
    @Test
    void losesNoPennyThatArrivesMeanwhile() {
        for (int round = 0; round < 5; round++) {
            Person person = Person.newcomer(server);
            List<CompletableFuture<Integer>> pennies = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> send(i % 2 == 0 ? server : other, person.at()).status()))
                    .toList();
            int left = leave(person, Map.of("to", "@friend")).status();
            List<Integer> statuses =
                    pennies.stream().map(CompletableFuture::join).toList();
            assertThat(statuses).isSubsetOf(201, 422);
            assertThat(left).isIn(303, 409, 422);
            if (left == 303) {
                assertThat(Rows.number(
                                server,
                                "select count(*) from accounts where closed and asset = 'USD' and balance <> 0"))
                        .isZero();
            }
        }
    }

    @Test
    void erasesWhatWasKeptOnceItsTimeIsOver() {
        try (TestServer later = TestServer.start()) {
            Person person = Person.newcomer(later);
            person.browser()
                    .post(PATH, Map.of("handle", person.handle(), "sure", "yes"))
                    .expect(303);
            later.clock().advance(Duration.ofDays(5 * 365 + 2));
            later.runJob("sweep-departed");
            assertThat(Rows.number(later, "select count(*) from departed_members"))
                    .isZero();
        }
    }
}
