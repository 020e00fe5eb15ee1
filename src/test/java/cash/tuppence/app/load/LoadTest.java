package cash.tuppence.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The load tool on a whole server. */
class LoadTest {
    private static final int TRANSFERS = 300;

    private static TestServer server;

    private final StringWriter output = new StringWriter();

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private Load load(LoadPlan plan) {
        return new Load(plan, new PrintWriter(output));
    }

    private static LoadPlan plan(boolean hot, boolean hold) {
        return new LoadPlan(URI.create(server.baseUrl() + "/"), "pat_demo_admin", TRANSFERS, 4, hot, hold);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void cashIsConserved(boolean hot, boolean hold) throws Exception {
        try (Load load = load(plan(hot, hold))) {
            assertThat(load.run()).as(output.toString()).isTrue();
        }
        assertThat(output.toString())
                .contains("300 transfers in", "a second", "p50", "p99", "0 refusals", "conserved: ");
    }

    @Test
    void holdsArePostedPostedInPartVoidedAndLeft() throws Exception {
        try (Load load = load(plan(false, true))) {
            List<Person> people = load.register();
            long before = ends("posted", "amount_posted = amount");
            load.send(people);
            assertThat(load.prove(people)).isTrue();
            assertThat(ends("posted", "amount_posted = amount") - before).isPositive();
            assertThat(people.stream()
                            .mapToLong(person -> person.held().units())
                            .sum())
                    .as("what is left")
                    .isPositive();
        }
        assertThat(ends("posted", "amount_posted < amount")).isPositive();
        assertThat(ends("voided", "amount_posted = 0")).isPositive();
    }

    private static long ends(String state, String more) throws Exception {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from transfers where kind = 'send' and asset = 'XTS'"
                        + " and state = '" + state + "' and " + more)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** From outside nothing is to be seen of it but that the balance is not what was acknowledged. */
    @Test
    void aCentThatWasTakenMeanwhileIsNoticed() throws Exception {
        try (Load load = load(plan(false, false))) {
            List<Person> people = load.register();
            load.send(people);
            try (Connection connection = server.database().connect();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update accounts join profiles on profiles.id = accounts.owner_id"
                                + " set balance = balance - 100 where handle = '"
                                + people.get(0).handle() + "'"))
                        .isEqualTo(1);
            }
            assertThat(load.prove(people)).isFalse();
        }
        assertThat(output.toString())
                .contains("NOT CONSERVED", "should by what was acknowledged", "all together have")
                .doesNotContain("conserved: ");
    }

    @Test
    void whoMayNotRegisterPeopleIsTold() {
        LoadPlan wrong = new LoadPlan(URI.create(server.baseUrl()), "pat_nobody", 10, 1, false, false);
        try (Load load = load(wrong)) {
            assertThatThrownBy(load::run)
                    .isInstanceOf(CannotLoad.class)
                    .hasMessageContaining("does not know the token");
        }
        LoadPlan noOperator = new LoadPlan(URI.create(server.baseUrl()), "pat_demo_payer", 10, 1, false, false);
        try (Load load = load(noOperator)) {
            assertThatThrownBy(load::run).isInstanceOf(CannotLoad.class).hasMessageContaining("must be an operator's");
        }
    }

    @Test
    void aServerThatIsNotThereIsToldOf() {
        try (Load load = load(new LoadPlan(URI.create("http://127.0.0.1:1"), "pat_demo_admin", 10, 1, false, false))) {
            assertThatThrownBy(load::run)
                    .isInstanceOf(CannotLoad.class)
                    .hasMessageContaining("Nobody answers at http://127.0.0.1:1");
        }
    }
}
