package cash.tuppence.business;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import cash.tuppence.web.guard.Csrf;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role at each page of a business, looking and sending, against {@code role-matrix.txt}. */
class RoleMatrixTest {
    private static final String SHOP = "corner-shop";
    private static final int METHOD_NOT_ALLOWED = 405;

    /** Which of the demo's people has which role for this test. */
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.OWNER, "shop",
            Role.MANAGER, "payer",
            Role.DEVELOPER, "friend",
            Role.CASHIER, "library");

    private static TestServer server;
    private static List<RoleMatrix> rows;
    private static Map<Role, TestBrowser> browsers;
    private static TestBrowser stranger;

    @BeforeAll
    static void start() {
        rows = RoleMatrix.read();
        server = TestServer.start();
        stranger = server.signedIn("admin");
        browsers = PEOPLE.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> server.signedIn(person.getValue())));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void goOnWithAnActiveBusiness() {
        Rows.execute(server, "update profiles set state = 'active' where handle = '" + SHOP + "'");
    }

    static Stream<RoleMatrix> rows() {
        return RoleMatrix.read().stream();
    }

    @Test
    void namesAllPagesOfABusinessAndNoOthers() {
        List<String> routes = server.routes().stream()
                .filter(route -> route.access() == Access.BUSINESS)
                .map(Route::pattern)
                .toList();
        assertThat(rows).extracting(RoleMatrix::pattern).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void coversWhateverLiesBelowABusiness() {
        assertThat(server.routes())
                .filteredOn(route -> route.pattern().startsWith(Route.BUSINESS))
                .allMatch(route -> route.access() == Access.BUSINESS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void asksVisitorsToSignIn(RoleMatrix row) {
        TestBrowser visitor = server.browser();
        assertThat(visitor.get(row.path(SHOP)).location()).startsWith("/login?next=");
        assertThat(visitor.postOnly(row.path(SHOP), Map.of()).location()).startsWith("/login?next=");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsStrangersNothing(RoleMatrix row) {
        Reply nothing = stranger.get(row.path("no-such-business"));
        Reply closed = stranger.get(row.path(SHOP));
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(closed.status()).isEqualTo(404);
        assertThat(withoutProof(closed)).isEqualTo(withoutProof(nothing));
        assertThat(send(stranger, row).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void letsEachRoleLookAtWhatItMay(RoleMatrix row) {
        for (Role role : Role.values()) {
            everybodyHasTheirRole();
            Reply reply = browsers.get(role).get(row.path(SHOP));
            compare(row, role, "GET", reply, row.readers());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void letsEachRoleChangeWhatItMay(RoleMatrix row) {
        for (Role role : Role.values()) {
            everybodyHasTheirRole();
            compare(row, role, "POST", send(browsers.get(role), row), row.writers());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void changesNothingOfABusinessThatIsSuspended(RoleMatrix row) {
        everybodyHasTheirRole();
        Rows.execute(server, "update profiles set state = 'suspended' where handle = '" + SHOP + "'");
        TestBrowser owner = browsers.get(Role.OWNER);
        compare(row, Role.OWNER, "GET", owner.get(row.path(SHOP)), row.readers());
        assertThat(send(owner, row).status()).isEqualTo(403);
    }

    /** Pages of something that is not there answer 404 to those who may; a method that is not there, 405. */
    private static void compare(RoleMatrix row, Role role, String method, Reply reply, RoleMatrix.Who who) {
        String description = method + " " + row.pattern() + " as " + role;
        if (who.nobody()) {
            assertThat(reply.status()).as(description).isIn(METHOD_NOT_ALLOWED, 403);
        } else if (who.has(role)) {
            assertThat(reply.status())
                    .as(description)
                    .isNotIn(403, METHOD_NOT_ALLOWED)
                    .isLessThan(500);
            if (!row.hasMoreVariables()) {
                assertThat(reply.status()).as(description).isNotEqualTo(404);
            }
        } else {
            assertThat(reply.status()).as(description).isEqualTo(403);
            assertThat(reply.body()).as(description).contains("Not for your role");
        }
    }

    /** With the proof that the form is ours, and nothing in it. */
    private static Reply send(TestBrowser browser, RoleMatrix row) {
        String proof = browser.get("/business/new").hiddenFields().get(Csrf.FIELD);
        return browser.postOnly(row.path(SHOP), Map.of(Csrf.FIELD, proof));
    }

    private static String withoutProof(Reply reply) {
        return reply.body().replaceAll("value=\"[^\"]*\"", "");
    }

    /** Some pages change the team. */
    private static void everybodyHasTheirRole() {
        for (Map.Entry<Role, String> person : PEOPLE.entrySet()) {
            Rows.execute(
                    server,
                    "replace into team_members (profile_id, member_id, role, joined_at)"
                            + " select p.id, m.id, '" + person.getKey().text() + "', utc_timestamp(6)"
                            + " from profiles p join members m"
                            + " where p.handle = '" + SHOP + "' and m.email = '" + person.getValue()
                            + "@example.test'");
        }
    }
}
