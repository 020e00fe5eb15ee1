package cash.tuppence.business.team;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final String TEAM = "/business/corner-shop/team";

    private static TestServer server;

    private TestBrowser owner;
    private TestBrowser friend;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void onlyTheOwnerIsThere() {
        Rows.execute(server, "delete from team_members where profile_id = " + shop());
        Rows.execute(server, "update team_invitations set ended_at = made_at, sealed_token = null");
        put("shop", "owner");
        owner = server.signedIn("shop");
        friend = server.signedIn("friend");
    }

    private static long shop() {
        return Rows.number(server, "select id from profiles where handle = 'corner-shop'");
    }

    private static long member(String person) {
        return Rows.number(server, "select id from members where email = '" + person + "@example.test'");
    }

    private static void put(String person, String role) {
        Rows.execute(
                server,
                "replace into team_members values (" + shop() + ", " + member(person) + ", '" + role
                        + "', utc_timestamp(6))");
    }

    private static long inTeam(String person, String role) {
        return Rows.number(
                server,
                "select count(*) from team_members where profile_id = " + shop() + " and member_id = " + member(person)
                        + " and role = '" + role + "'");
    }

    private static String invite(TestBrowser browser, String role) {
        browser.post(TEAM, Map.of("role", role, "note", "for Fern")).expect(303);
        String link = browser.get(TEAM).hook("invitation-link").orElseThrow();
        return URI.create(link).getPath();
    }

    private static Reply change(TestBrowser browser, String person, String action, String role) {
        return browser.post(
                "/business/new", TEAM + "/members/" + member(person), Map.of("action", action, "role", role));
    }

    @Test
    void isJoinedByALinkOnce() {
        String link = invite(owner, "cashier");
        Reply seen = server.browser().get(link).expect(200);
        assertThat(seen.body()).contains("Join Corner Shop", "Cashier", "/login?next=", "/signup?next=");
        assertThat(friend.post(link, Map.of()).expect(303).location()).isEqualTo("/business/corner-shop");
        assertThat(inTeam("friend", "cashier")).isEqualTo(1);
        friend.get("/business/corner-shop").expect(200);
        server.signedIn("payer").get(link).expect(404);
        assertThat(owner.get(TEAM).body()).contains("joined as").doesNotContain(link);
    }

    @Test
    void isNotJoinedByTwoWithOneLinkAtOnce() {
        String link = invite(owner, "cashier");
        List<TestBrowser> browsers =
                Stream.of("friend", "payer").map(server::signedIn).toList();
        List<Map<String, String>> forms =
                browsers.stream().map(one -> one.get(link).hiddenFields()).toList();
        List<CompletableFuture<Integer>> answers = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> browsers.get(i).postOnly(link, forms.get(i)).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 404);
        assertThat(inTeam("friend", "cashier") + inTeam("payer", "cashier")).isEqualTo(1);
    }

    @Test
    void isNotJoinedByALinkThatIsOverOrWithdrawnOrWhoseMakerIsGone() {
        String old = invite(owner, "cashier");
        server.clock().advance(Duration.ofDays(8));
        owner = server.signedIn("shop");
        friend = server.signedIn("friend");
        friend.get(old).expect(404);

        String withdrawn = invite(owner, "cashier");
        long id =
                Rows.number(server, "select id from team_invitations where ended_at is null order by id desc limit 1");
        owner.post(TEAM, TEAM + "/invitations/" + id, Map.of()).expect(303);
        friend.get(withdrawn).expect(404);

        put("payer", "owner");
        String ofOneWhoLeft = invite(server.signedIn("payer"), "owner");
        change(owner, "payer", "remove", "").expect(303);
        friend.get(ofOneWhoLeft).expect(404);
    }

    @Test
    void keepsTheRoleOfWhoIsInItAlready() {
        String link = invite(owner, "cashier");
        Reply refused = owner.post(link, Map.of()).expect(422);
        assertThat(refused.hook("error")).contains("You are in this team already.");
        assertThat(inTeam("shop", "owner")).isEqualTo(1);
    }

    @Test
    void givesNobodyMoreThanWhoeverInvitesHas() {
        put("payer", "manager");
        put("friend", "developer");
        TestBrowser manager = server.signedIn("payer");
        manager.post(TEAM, Map.of("role", "owner")).expect(403);
        manager.post(TEAM, Map.of("role", "manager")).expect(403);
        manager.post(TEAM, Map.of("role", "developer")).expect(403);
        assertThat(invite(manager, "cashier")).startsWith("/business/join/");
        change(manager, "payer", "role", "owner").expect(403);
        change(manager, "shop", "remove", "").expect(403);
        change(manager, "friend", "role", "cashier").expect(403);
        friend.post(TEAM, Map.of("role", "cashier")).expect(403);
    }

    @Test
    void changesRolesAndRemovesWithTheNextClick() {
        put("friend", "cashier");
        friend.get("/business/corner-shop/keys").expect(403);
        change(owner, "friend", "role", "developer").expect(303);
        friend.get("/business/corner-shop/keys").expect(200);
        change(owner, "friend", "remove", "").expect(303);
        friend.get("/business/corner-shop").expect(404);
        assertThat(owner.get(TEAM).body()).contains("gave Fern", "removed Fern");
        change(owner, "friend", "remove", "").expect(404);
    }

    @Test
    void alwaysHasAnOwner() {
        assertThat(change(owner, "shop", "remove", "").expect(422).hook("error"))
                .contains("A business needs an owner. Please make somebody else an owner first.");
        change(owner, "shop", "role", "manager").expect(422);
        owner.post(TEAM, TEAM + "/leave", Map.of()).expect(422);
        put("friend", "owner");
        owner.post(TEAM, TEAM + "/leave", Map.of()).expect(303);
        owner.get(TEAM).expect(404);
        assertThat(inTeam("friend", "owner")).isEqualTo(1);
    }

    @Test
    void alwaysHasAnOwnerWhereTwoLeaveAtOnce() {
        put("friend", "owner");
        List<TestBrowser> browsers = List.of(owner, friend);
        List<Map<String, String>> forms =
                browsers.stream().map(one -> one.get(TEAM).hiddenFields()).toList();
        List<CompletableFuture<Integer>> answers = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(() ->
                        browsers.get(i).postOnly(TEAM + "/leave", forms.get(i)).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 422);
    }
}
