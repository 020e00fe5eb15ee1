package cash.tuppence.member.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.app.config.Setting;
import cash.tuppence.testing.Inbox;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfirmTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestBrowser signUp(TestServer where, String handle, String email) {
        TestBrowser browser = where.browser();
        browser.post(
                        "/signup",
                        Map.of(
                                "name", "Fern Weaver",
                                "handle", handle,
                                "email", email,
                                "password", "blue leaves of " + handle,
                                "region", "US-UT",
                                "adult", "true",
                                "terms", "true"))
                .expect(303);
        return browser;
    }

    private static TestBrowser signUp(String handle) {
        return signUp(server, handle, handle + "@example.test");
    }

    /** The handle of whom that address names; empty while it names nobody. */
    private static Optional<String> named(String email) {
        String sql = "select p.handle from members m join profiles p on p.id = m.profile_id"
                + " where m.email = ? and m.email_confirmed_at is not null";
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, email);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String link, String action) {
        server.browser().post(link, Map.of("action", action)).expect(303);
    }

    @Test
    void takesOneClickOfWhoeverReadsTheMailSignedInOrNot() {
        TestBrowser fern = signUp("fern-1");
        assertThat(fern.get("/wallet").hook("confirm-hint")).isPresent();
        String link = Inbox.of(server, "fern-1@example.test").link("/confirm/");
        assertThat(server.browser().get(link).expect(200).body()).contains("Fern Weaver", "@fern-1");
        assertThat(named("fern-1@example.test")).as("after looking only").isEmpty();
        say(link, "confirm");
        assertThat(named("fern-1@example.test")).hasValue("fern-1");
        assertThat(fern.get("/wallet").hook("confirm-hint")).isEmpty();
        server.browser().get(link).expect(404);
    }

    @Test
    void bringsTheCashThatWaitedForTheAddressToWhoeverConfirmedItAndNotToWhoeverTypedIt() {
        server.signedIn("payer")
                .post("/send", Map.of("to", "owner-3@example.test", "amount", "2.50", "message", "for the bus"))
                .expect(303);
        TestBrowser stranger = signUp(server, "stranger-3", "owner-3@example.test");
        TestBrowser owner = signUp(server, "owner-3", "owner-3@example.test");
        server.runJob("release-waiting-cash");
        assertThat(owner.get("/wallet").hook("balance")).hasValue("$0.00");
        say(Inbox.of(server, "owner-3@example.test").link("/confirm/"), "confirm");
        server.runJob("release-waiting-cash");
        assertThat(owner.get("/wallet").hook("balance")).hasValue("$2.50");
        assertThat(stranger.get("/wallet").hook("balance")).hasValue("$0.00");
    }

    @Test
    void hidesWhatStandsInTheLinkFromWhereItsPageLeads() {
        signUp("fern-2");
        String link = Inbox.of(server, "fern-2@example.test").link("/confirm/");
        assertThat(server.browser().get(link).header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void isOverAfterThreeDaysAndCanBeAskedForAgain() {
        TestServer later = TestServer.start();
        try (later) {
            signUp(later, "fern-3", "fern-3@example.test");
            String old = Inbox.of(later, "fern-3@example.test").link("/confirm/");
            later.clock().advance(Duration.ofHours(73));
            later.browser().get(old).expect(404);
            TestBrowser again = later.browser();
            again.post("/login", Map.of("email", "fern-3@example.test", "password", "blue leaves of fern-3"))
                    .expect(303);
            again.post("/wallet", "/settings/email/confirmation", Map.of("action", "again"))
                    .expect(303);
            String link = Inbox.of(later, "fern-3@example.test").link("/confirm/");
            assertThat(link).isNotEqualTo(old);
            later.browser().post(link, Map.of("action", "confirm")).expect(303);
        }
    }

    @Test
    void keepsNobodyOutOfTheirAddressBecauseAStrangerTypedItFirst() {
        TestBrowser stranger = signUp(server, "stranger-1", "owner-1@example.test");
        String strangersLink = Inbox.of(server, "owner-1@example.test").link("/confirm/");
        TestBrowser owner = signUp(server, "owner-1", "owner-1@example.test");
        assertThat(owner.get("/wallet").hook("confirm-hint")).isPresent();
        say(Inbox.of(server, "owner-1@example.test").link("/confirm/"), "confirm");

        assertThat(named("owner-1@example.test")).hasValue("owner-1");
        server.browser()
                .post("/login", Map.of("email", "owner-1@example.test", "password", "blue leaves of owner-1"))
                .expect(303);
        server.browser()
                .post("/login", Map.of("email", "owner-1@example.test", "password", "blue leaves of stranger-1"))
                .expect(422);
        server.browser().post(strangersLink, Map.of("action", "confirm")).expect(422);
        assertThat(named("owner-1@example.test")).hasValue("owner-1");
        assertThat(stranger.get("/settings/email").expect(200).body()).contains("@stranger-1");
        server.browser()
                .post("/login", Map.of("email", "@stranger-1", "password", "blue leaves of stranger-1"))
                .expect(303);
    }

    @Test
    void letsWhoeverTypedItSecondInByTheirHandleMeanwhile() {
        signUp(server, "first-1", "both-1@example.test");
        signUp(server, "second-1", "both-1@example.test");
        server.browser()
                .post("/login", Map.of("email", "both-1@example.test", "password", "blue leaves of first-1"))
                .expect(303);
        server.browser()
                .post("/login", Map.of("email", "@second-1", "password", "blue leaves of second-1"))
                .expect(303);
    }

    @Test
    void givesAnAddressBackToWhoeverSaysThatItIsNotThatMembers() {
        signUp(server, "stranger-2", "owner-2@example.test");
        String link = Inbox.of(server, "owner-2@example.test").link("/confirm/");
        say(link, "disown");
        assertThat(named("owner-2@example.test")).isEmpty();
        server.browser().get(link).expect(404);
        server.browser()
                .post("/login", Map.of("email", "owner-2@example.test", "password", "blue leaves of stranger-2"))
                .expect(422);
    }

    @Test
    void changesAnAddressOnceTheNewOneIsConfirmedAndTellsTheOldOne() {
        TestBrowser fern = confirmed("fern-4");
        fern.post("/settings/email", Map.of("email", "new-4@example.test")).expect(303);
        assertThat(fern.get("/settings/email").hook("pending")).hasValue("new-4@example.test");
        assertThat(named("fern-4@example.test")).hasValue("fern-4");
        say(Inbox.of(server, "new-4@example.test").link("/confirm/"), "confirm");
        assertThat(named("new-4@example.test")).hasValue("fern-4");
        assertThat(named("fern-4@example.test")).isEmpty();
        assertThat(Inbox.of(server, "fern-4@example.test").subjects().get(0)).isEqualTo("Your address was changed");
        assertThat(fern.get("/settings/security").body()).contains("from fern-4@example.test to new-4@example.test");
    }

    private static TestBrowser confirmed(String handle) {
        TestBrowser browser = signUp(handle);
        say(Inbox.of(server, handle + "@example.test").link("/confirm/"), "confirm");
        return browser;
    }

    @Test
    void takesAChangeBackFromTheOldAddressAndSignsOutWhoeverMadeIt() {
        TestBrowser thief = confirmed("fern-5");
        thief.post("/settings/email", Map.of("email", "thief-5@example.test")).expect(303);
        say(Inbox.of(server, "thief-5@example.test").link("/confirm/"), "confirm");
        thief.post("/settings/email", Map.of("email", "thief-5b@example.test")).expect(303);
        say(Inbox.of(server, "thief-5b@example.test").link("/confirm/"), "confirm");
        String thiefsUndo = Inbox.of(server, "thief-5@example.test").link("/undo/");

        TestBrowser fern = server.browser();
        String reset = fern.post(Inbox.of(server, "fern-5@example.test").link("/undo/"), Map.of())
                .expect(303)
                .location();
        assertThat(named("fern-5@example.test")).hasValue("fern-5");
        assertThat(thief.get("/wallet").expect(303).location()).startsWith("/login");
        server.browser().get(thiefsUndo).expect(404);
        fern.post(reset, Map.of("password", "yellow leaves of fern")).expect(303);
        fern.post("/login", Map.of("email", "fern-5@example.test", "password", "yellow leaves of fern"))
                .expect(303);
    }

    @Test
    void leavesTheOwnersWayBackWhenAThiefUndoesTheirOwnChange() {
        TestBrowser thief = confirmed("fern-6");
        for (String email : new String[] {"thief-6@example.test", "thief-6b@example.test"}) {
            thief.post("/settings/email", Map.of("email", email)).expect(303);
            say(Inbox.of(server, email).link("/confirm/"), "confirm");
            server.clock().advance(Duration.ofSeconds(1));
        }
        String owners = Inbox.of(server, "fern-6@example.test").link("/undo/");
        server.browser()
                .post(Inbox.of(server, "thief-6@example.test").link("/undo/"), Map.of())
                .expect(303);
        server.browser().post(owners, Map.of()).expect(303);
        assertThat(named("fern-6@example.test")).hasValue("fern-6");
    }

    @Test
    void refusesAnAddressThatAnotherConfirmed() {
        TestBrowser fern = confirmed("fern-7");
        assertThat(fern.post("/settings/email", Map.of("email", "payer@example.test"))
                        .expect(422)
                        .error("email"))
                .isPresent();
        assertThat(fern.post("/settings/email", Map.of("email", "fern-7@example.test"))
                        .expect(422)
                        .error("email"))
                .isPresent();
        assertThat(fern.post("/settings/email", Map.of("email", "fern"))
                        .expect(422)
                        .error("email"))
                .isPresent();
    }

    @Test
    void forgetsAChangeThatOneThoughtBetterOf() {
        TestBrowser fern = confirmed("fern-8");
        fern.post("/settings/email", Map.of("email", "new-8@example.test")).expect(303);
        String link = Inbox.of(server, "new-8@example.test").link("/confirm/");
        fern.post("/settings/email", "/settings/email/confirmation", Map.of("action", "forget"))
                .expect(303);
        server.browser().get(link).expect(404);
        assertThat(named("fern-8@example.test")).hasValue("fern-8");
    }

    @Test
    void slowsTheMailsThatOneMemberMayHaveSent() {
        try (TestServer slow = TestServer.with(Setting.RATE_LIMITS_SCALE, "1").start()) {
            TestBrowser fern = signUp(slow, "fern-9", "fern-9@example.test");
            for (int i = 0; i < 4; i++) {
                fern.post("/wallet", "/settings/email/confirmation", Map.of("action", "again"))
                        .expect(303);
            }
            fern.post("/wallet", "/settings/email/confirmation", Map.of("action", "again"))
                    .expect(429);
            assertThat(Inbox.of(slow, "fern-9@example.test").subjects()).hasSize(5);
        }
    }
}
