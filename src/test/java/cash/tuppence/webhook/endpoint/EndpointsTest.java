package cash.tuppence.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.trail.Trail;
import cash.tuppence.web.Faults;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.signing.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final long SHOP = 42;
    private static final String URL = "https://shop.example/callback";
    private static final SigningSecret DEMO_SECRET = SigningSecret.parse(
                    "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==")
            .orElseThrow();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final TestDatabase schema = TestDatabase.fresh();
    private final Database database =
            new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 4));
    private final Transactions transactions = new Transactions(
            database,
            Stream.concat(Stream.of(EndpointMapper.class), Trail.MAPPERS.stream())
                    .toList());
    private final Endpoints endpoints = new Endpoints(
            transactions,
            new KeyMaker(clock, 1),
            clock,
            new EndpointRows(new SecretBox(new byte[32])),
            AllowedAddresses.PUBLIC,
            new Trail(new byte[32], clock));

    EndpointsTest() {
        new Migrator(database).migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEndpointIsFoundByItsOwnerAlone() {
        Endpoint made =
                endpoints.create(SHOP, true, URL, List.of("checkout.paid", "refund.created"), OperationId.random());

        assertThat(endpoints.find(SHOP, made.id())).contains(made);
        assertThat(endpoints.find(SHOP + 1, made.id())).isEmpty();
        assertThat(endpoints.list(SHOP, true)).containsExactly(made);
        assertThat(endpoints.list(SHOP, false)).isEmpty();
        assertThat(made.id().text()).startsWith("we_");
        assertThat(made.secret().text()).startsWith("whsec_");
        assertThat(made.events().types()).containsExactlyInAnyOrder("checkout.paid", "refund.created");
    }

    @Test
    void oneFormAddsOneEndpointHoweverOftenAndAtOnce() throws SQLException {
        openShop();
        OperationId form = OperationId.random();

        Set<PublicId> made = atOnce(8, i -> endpoints.create(SHOP, true, URL, List.of("*"), form)).stream()
                .map(Endpoint::id)
                .collect(Collectors.toSet());

        assertThat(made).hasSize(1);
        assertThat(endpoints.list(SHOP, true)).hasSize(1);
    }

    @Test
    void atOnceNoMoreAreAddedThanOneAfterTheOther() throws SQLException {
        openShop();

        List<Optional<Endpoint>> made = atOnce(Endpoints.MOST_OF_A_PROFILE + 5, i -> {
            try {
                return Optional.of(endpoints.create(SHOP, true, URL, List.of("*"), OperationId.random()));
            } catch (Refusal refusal) {
                return Optional.<Endpoint>empty();
            }
        });

        assertThat(made.stream().flatMap(Optional::stream)).hasSize(Endpoints.MOST_OF_A_PROFILE);
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> work) {
        List<CompletableFuture<T>> under = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i)))
                .toList();
        return under.stream().map(CompletableFuture::join).toList();
    }

    private void openShop() throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into profiles (id, nonce, kind, handle, name, created_at)" + " values (" + SHOP
                    + ", '123456789012', 'business', 'shop', 'Shop', now(6))");
        }
    }

    @Test
    void secretsLieEncryptedInTheDatabase() throws SQLException {
        endpoints.ensure(SHOP, true, URL, List.of("*"), DEMO_SECRET);
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select secret from webhook_endpoints")) {
            rows.next();
            assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain("tuppence");
        }
    }

    @Test
    void whatIsWrongIsSaidOfItsField() {
        refuses(
                () -> endpoints.create(SHOP, true, "http://127.0.0.1/", List.of("*"), OperationId.random()),
                Reason.CALLBACK_URL_PLAIN,
                "url");
        refuses(
                () -> endpoints.create(SHOP, true, URL, List.of("checkout.payd"), OperationId.random()),
                Reason.EVENT_TYPE_UNKNOWN,
                "events");
        refuses(() -> endpoints.create(SHOP, true, URL, List.of(), OperationId.random()), Reason.MISSING, "events");
    }

    @Test
    void theDemosEndpointIsMadeOnceAndFollowsTheShop() {
        Endpoint made = endpoints.ensure(SHOP, true, URL, List.of("*"), DEMO_SECRET);
        endpoints.change(SHOP, made.id(), EndpointChange.turn(false));
        Endpoint moved =
                endpoints.ensure(SHOP, true, "https://shop.example/other", List.of("checkout.paid"), DEMO_SECRET);

        assertThat(moved.id()).isEqualTo(made.id());
        assertThat(moved.url()).hasToString("https://shop.example/other");
        assertThat(moved.isEnabled()).isTrue();
        assertThat(endpoints.list(SHOP, true)).containsExactly(moved);
    }

    @Test
    void aDeletedEndpointIsNotFoundAndNotRevived() {
        Endpoint made = endpoints.create(SHOP, true, URL, List.of("*"), OperationId.random());

        endpoints.delete(SHOP, made.id());

        assertThat(endpoints.find(SHOP, made.id())).isEmpty();
        assertThat(endpoints.list(SHOP, true)).isEmpty();
        refuses(() -> endpoints.change(SHOP, made.id(), EndpointChange.turn(true)), Reason.NOT_FOUND, "");
    }

    @Test
    void disablingTwiceIsNoConflict() {
        Endpoint made = endpoints.create(SHOP, true, URL, List.of("*"), OperationId.random());

        assertThat(endpoints.change(SHOP, made.id(), EndpointChange.turn(false)).state())
                .isEqualTo(EndpointState.DISABLED);
        assertThat(endpoints.change(SHOP, made.id(), EndpointChange.turn(false)).state())
                .isEqualTo(EndpointState.DISABLED);
        assertThat(endpoints.change(SHOP, made.id(), EndpointChange.turn(true)).state())
                .isEqualTo(EndpointState.ENABLED);
    }

    @Test
    void everyStateLeadsOnlyWhereTheGraphSays() {
        assertThat(Stream.of(EndpointState.values()).filter(EndpointState.ENABLED::mayBecome))
                .containsExactly(
                        EndpointState.DISABLED, EndpointState.GONE, EndpointState.GIVEN_UP, EndpointState.DELETED);
        for (EndpointState off : List.of(EndpointState.DISABLED, EndpointState.GONE, EndpointState.GIVEN_UP)) {
            assertThat(Stream.of(EndpointState.values()).filter(off::mayBecome))
                    .containsExactly(EndpointState.ENABLED, EndpointState.DELETED);
        }
        assertThat(EndpointState.values()).noneMatch(EndpointState.DELETED::mayBecome);
    }

    private static void refuses(Runnable work, Reason reason, String field) {
        assertThatThrownBy(work::run).satisfies(thrown -> {
            Refusal refusal =
                    thrown instanceof Faults.Found found ? found.refusals().get(0) : (Refusal) thrown;
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.field()).isEqualTo(field.isEmpty() ? Optional.empty() : Optional.of(field));
        });
    }
}
