package cash.tuppence.member.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.FormerHandleMapper;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneTimeLinksTest {
    private static final String EMAIL = "fern@example.test";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:30:00Z"));
    private final TestDatabase test = TestDatabase.fresh();
    private Database database;
    private Transactions transactions;
    private OneTimeLinks links;
    private long fern;

    @BeforeEach
    void open() {
        database = new Database(new DatabaseSettings(test.url(), test.user(), test.password(), 4));
        new Migrator(database).migrate();
        transactions = new Transactions(
                database, List.of(MemberMapper.class, ProfileMapper.class, FormerHandleMapper.class, LinkMapper.class));
        links = new OneTimeLinks(transactions, clock);
        fern = new Members(transactions, new KeyMaker(clock, 1), clock)
                .create(new NewMember("Fern", "fern", EMAIL, "no hash", "US-UT", false))
                .memberId();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String make(LinkPurpose purpose) {
        return transactions.run(session -> links.make(session, purpose, fern, EMAIL));
    }

    private OneTimeLink use(LinkPurpose purpose, String token) {
        return transactions.run(session -> links.use(session, purpose, token));
    }

    private void refuses(LinkPurpose purpose, String token) {
        assertThatThrownBy(() -> use(purpose, token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.LINK_OVER));
    }

    @ParameterizedTest
    @EnumSource(LinkPurpose.class)
    void areGoodOnceForTheirPurposeAlone(LinkPurpose purpose) {
        String token = make(purpose);
        for (LinkPurpose other : LinkPurpose.values()) {
            if (other != purpose) {
                assertThat(links.find(other, token)).isEmpty();
                refuses(other, token);
            }
        }
        assertThat(links.find(purpose, token).orElseThrow().email()).isEqualTo(EMAIL);
        assertThat(use(purpose, token).memberId()).isEqualTo(fern);
        assertThat(links.find(purpose, token)).isEmpty();
        refuses(purpose, token);
    }

    @ParameterizedTest
    @EnumSource(LinkPurpose.class)
    void areOverInTime(LinkPurpose purpose) {
        String token = make(purpose);
        clock.advance(purpose.goodFor().minusSeconds(1));
        assertThat(links.find(purpose, token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(links.find(purpose, token)).isEmpty();
        refuses(purpose, token);
        assertThat(links.sweep()).isEqualTo(1);
    }

    @Test
    void areUsedByOneOfTwoWhoComeAtOnce() throws InterruptedException {
        String token = make(LinkPurpose.RESET_PASSWORD);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<OneTimeLink> using = () -> use(LinkPurpose.RESET_PASSWORD, token);
        List<Future<OneTimeLink>> outcomes = two.invokeAll(List.of(using, using));
        two.shutdown();
        assertThat(outcomes.stream().filter(OneTimeLinksTest::succeeded)).hasSize(1);
    }

    private static boolean succeeded(Future<OneTimeLink> outcome) {
        try {
            return outcome.get().email().equals(EMAIL);
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(Refusal.class);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stayGoodWhereWhatTheyWereUsedForFailed() {
        String token = make(LinkPurpose.CHANGE_EMAIL);
        assertThatThrownBy(() -> transactions.run(session -> {
                    links.use(session, LinkPurpose.CHANGE_EMAIL, token);
                    throw new Refusal(Reason.EMAIL_TAKEN);
                }))
                .isInstanceOf(Refusal.class);
        assertThat(links.find(LinkPurpose.CHANGE_EMAIL, token)).isPresent();
    }

    @Test
    void areKeptAsAHashOnly() throws SQLException {
        String token = make(LinkPurpose.CONFIRM_EMAIL);
        try (Connection connection = test.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select token_hash from one_time_links")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBytes(1)).isEqualTo(Tokens.sha256(token));
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void endByKindOrFromATimeOn() {
        String undo = make(LinkPurpose.UNDO_EMAIL);
        String reset = make(LinkPurpose.RESET_PASSWORD);
        clock.advance(Duration.ofMinutes(1));
        Instant later = clock.instant();
        String change = make(LinkPurpose.CHANGE_EMAIL);
        transactions.execute(session -> links.endSince(session, fern, later));
        assertThat(links.find(LinkPurpose.CHANGE_EMAIL, change)).isEmpty();
        assertThat(links.find(LinkPurpose.RESET_PASSWORD, reset)).isPresent();
        transactions.execute(session -> links.end(session, fern, LinkPurpose.RESET_PASSWORD));
        assertThat(links.find(LinkPurpose.RESET_PASSWORD, reset)).isEmpty();
        assertThat(links.find(LinkPurpose.UNDO_EMAIL, undo)).isPresent();
    }
}
