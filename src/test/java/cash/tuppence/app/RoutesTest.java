package cash.tuppence.app;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoutesTest {
    /** What anybody may ask for, from the contract. Add to it only what the whole world may see. */
    private static final List<String> PUBLIC = List.of(
            "/login",
            "/signup",
            "/logout",
            "/goodbye",
            // What stands in these links is the proof.
            "/confirm/{token}",
            "/undo/{token}",
            "/reset/{token}",
            "/forgot",
            "/claim",
            // A receipt shows itself to its two sides, and to others only where it is public.
            "/transfers/{id}",
            "/@",
            "/directory",
            "/regions/{code}",
            "/terms",
            "/terms/versions/{version}",
            "/business/join/{token}",
            // What a program asks for is no secret; to answer takes a sign-in.
            "/business/connect",
            "/give/",
            "/pay/",
            "/docs/",
            "/mailbox/",
            "/assets/",
            "/plugin/v1/",
            "/favicon.ico",
            "/healthz",
            "/readyz",
            "/metrics",
            "/api/v1/openapi.json",
            // The code is the proof.
            "/api/v1/connect/token");

    /** Where the contract puts what is open below {@code /api/}, or for programs outside of it. */
    private static final List<String> ELSEWHERE = List.of("/api/v1/openapi.json", "/api/v1/connect/token", "/metrics");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areOpenToEverybodyOnlyWhereTheListSaysSo() {
        assertThat(server.routes())
                .filteredOn(route -> route.access() == Access.OPEN || route.access() == Access.FILE)
                .extracting(Route::pattern)
                .allMatch(pattern -> pattern.equals("/") || PUBLIC.stream().anyMatch(pattern::startsWith));
    }

    @Test
    void askVisitorsToSignInFirst() {
        for (Route route : withAccess(Access.MEMBER, Access.OPERATOR)) {
            Reply reply = server.browser().get(path(route));
            assertThat(reply.status()).as(route.pattern()).isEqualTo(303);
            assertThat(reply.location()).as(route.pattern()).startsWith("/login?next=%2F");
        }
    }

    @Test
    void refuseCallsWithoutASecret() {
        for (Route route : withAccess(Access.API)) {
            assertThat(server.browser().get(path(route)).status())
                    .as(route.pattern())
                    .isEqualTo(401);
        }
    }

    @Test
    void keepMembersOutOfTheBackOffice() {
        TestBrowser payer = server.signedIn("payer");
        for (Route route : withAccess(Access.OPERATOR)) {
            assertThat(payer.get(path(route)).status()).as(route.pattern()).isEqualTo(403);
        }
    }

    @Test
    void liveBelowApiWhereTheyAreForProgramsAndNowhereElse() {
        assertThat(server.routes())
                .filteredOn(route -> !ELSEWHERE.contains(route.pattern()))
                .allMatch(route -> route.pattern().startsWith("/api/") == (route.access() == Access.API));
    }

    private static List<Route> withAccess(Access... accesses) {
        return server.routes().stream()
                .filter(route -> List.of(accesses).contains(route.access()))
                .toList();
    }

    private static String path(Route route) {
        return route.pattern().replaceAll("\\{[a-z]+\\*?}", "x");
    }
}
