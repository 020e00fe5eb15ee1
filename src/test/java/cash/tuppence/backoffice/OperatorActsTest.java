package cash.tuppence.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.testing.TrailRows;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever an operator does by a form leaves a row of the trail. A form that is new has to be added here. */
class OperatorActsTest {
    /**
     * What is sent to each route of the back office that takes forms, so that it does something.
     *
     * @param path with every variable filled in
     */
    private record Act(String path, Map<String, String> fields) {}

    private static final Map<String, Act> ACTS = new TreeMap<>(Map.of(
            "/backoffice/regions",
            new Act("/backoffice/regions", Map.of("code", "US-GU", "action", "open", "reason", "We are licensed."))));

    private static TestServer server;
    private static TestBrowser operator;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        operator = server.signedIn("admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Route> backOffice() {
        return server.routes().stream()
                .filter(route ->
                        route.access() == Access.OPERATOR || route.pattern().startsWith("/backoffice"))
                .toList();
    }

    /** A servlet takes forms where it, or a class of ours that it extends, says what a POST does. */
    private static boolean takesForms(Route route) {
        return Stream.<Class<?>>iterate(
                        route.servlet().getClass(), type -> type != HttpServlet.class, Class::getSuperclass)
                .filter(type -> !type.getSimpleName().equals("PageServlet"))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .anyMatch(method -> Set.of("post", "doPost").contains(method.getName()));
    }

    private static Set<String> withForms() {
        return backOffice().stream()
                .filter(OperatorActsTest::takesForms)
                .map(Route::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void allOfItIsForOperatorsAlone() {
        assertThat(backOffice()).isNotEmpty().allMatch(route -> route.access() == Access.OPERATOR);
        assertThat(backOffice()).allMatch(route -> route.pattern().startsWith("/backoffice"));
    }

    @Test
    void everyFormIsKnownHere() {
        assertThat(withForms()).isEqualTo(ACTS.keySet());
    }

    @Test
    void everyFormLeavesARowOfTheOperatorAndTheirAddress() {
        ACTS.forEach((pattern, act) -> {
            TrailRows trail = TrailRows.from(server);

            Reply reply = operator.post(act.path(), act.fields());

            assertThat(reply.status()).as(pattern).isIn(200, 303);
            assertThat(trail.next()).as(pattern).isNotEmpty().allSatisfy(row -> {
                assertThat(row.actor()).isEqualTo("operator ada-office");
                assertThat(row.address()).isEqualTo("127.0.0.1");
            });
        });
    }

    @Test
    void whoIsNoOperatorDoesNothingThere() {
        TestBrowser payer = server.signedIn("payer");
        TrailRows trail = TrailRows.from(server);

        ACTS.values()
                .forEach(act -> payer.post("/wallet", act.path(), act.fields()).expect(403));

        assertThat(trail.next()).isEmpty();
    }
}
