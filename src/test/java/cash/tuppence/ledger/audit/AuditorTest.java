package cash.tuppence.ledger.audit;

import static cash.tuppence.ledger.audit.AuditResult.Extent.SINCE;
import static cash.tuppence.ledger.audit.AuditResult.Extent.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.testing.LedgerFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audits from a verified point: what they read, what they find, and what only the whole shows. */
class AuditorTest {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final LedgerFixture fixture = new LedgerFixture();
    private final Auditor auditor = fixture.auditor();
    private long alice;
    private long bob;

    @BeforeEach
    void aVerifiedPoint() {
        alice = fixture.walletWith(1_000);
        bob = fixture.walletWith(10);
        fixture.post(fixture.send(alice, bob, 5)).transferIdOrRefuse();
        fixture.clock.advance(A_WHILE);
        assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
        assertThat(result(WHOLE).entries()).isEqualTo(6);
        fixture.clock.advance(A_WHILE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void onlyWhatCameSinceIsRead() {
        fixture.post(fixture.send(alice, bob, 7)).transferIdOrRefuse();

        assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);

        assertThat(result(SINCE).entries()).isEqualTo(2);
        assertThat(result(WHOLE).entries()).as("read once, at first").isEqualTo(6);
    }

    @Test
    void thePointIsCarriedForwardOverAndOver() {
        for (int i = 0; i < 4; i++) {
            fixture.post(fixture.send(alice, bob, 7)).transferIdOrRefuse();
            fixture.post(fixture.hold(alice, OptionalLong.of(bob), 3)).transferIdOrRefuse();
            fixture.clock.advance(A_WHILE);
            assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
            assertThat(result(SINCE).entries()).isEqualTo(2);
        }
        assertThat(auditor.whole(Progress.UNTOLD)).allMatch(Audit.Check::holds);
    }

    @Test
    void whatIsTooFreshIsReadAgain() {
        fixture.post(fixture.send(alice, bob, 7)).transferIdOrRefuse();
        auditor.since(Progress.UNTOLD);
        fixture.clock.advance(Duration.ofSeconds(30));
        auditor.since(Progress.UNTOLD);
        assertThat(result(SINCE).entries()).as("less than a minute old").isEqualTo(2);

        fixture.clock.advance(A_WHILE);
        auditor.since(Progress.UNTOLD);
        auditor.since(Progress.UNTOLD);

        assertThat(result(SINCE).entries()).as("verified by now").isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a new entry was changed      | sum to zero             | update entries set amount = amount + 1 where amount = 700",
                "new legs were removed        | has its two legs        | delete from entries where abs(amount) = 700",
                "a new balance after is wrong | from each balance       | update entries set balance_after = 0 where amount = 700",
                "a new asset was renamed      | in one asset            | update transfers set asset = 'EUR' where amount = 700",
                "a new kind was renamed       | that its kind allows    | update transfers set kind = 'deposit' where amount = 700",
                "a balance was raised         | sum of its entries      | update accounts set balance = balance + 100 where type = 'bank'",
                "a hold was raised            | what the open holds say | update holds set amount = amount + 1",
                "an open hold was forgotten   | the other way round     | delete from holds",
            })
    void tamperingWithWhatIsNewIsFound(String what, String claim, String tampering) throws Exception {
        fixture.post(fixture.send(alice, bob, 7)).transferIdOrRefuse();
        fixture.post(fixture.hold(alice, OptionalLong.of(bob), 3)).transferIdOrRefuse();
        assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
        assertThat(fixture.execute(tampering)).isPositive();

        assertThat(auditor.since(Progress.UNTOLD))
                .as(what)
                .anyMatch(check -> !check.holds() && check.claim().contains(claim));

        assertThat(result(WHOLE).violations())
                .as("the whole was read, to be sure")
                .isPositive();
        assertThat(result(WHOLE).report()).contains(claim);
    }

    /** That is the price of reading only what is new. */
    @Test
    void tamperingWithWhatWasVerifiedIsFoundByTheNextWholeAudit() throws Exception {
        assertThat(fixture.execute("update entries set amount = 2 * amount where abs(amount) = 500"))
                .isEqualTo(2);

        assertThat(auditor.since(Progress.UNTOLD)).as("not read").allMatch(Audit.Check::holds);
        fixture.clock.advance(Duration.ofHours(24));

        assertThat(auditor.since(Progress.UNTOLD)).as("a day later").anyMatch(check -> !check.holds());
        assertThat(result(WHOLE).violations()).isPositive();
    }

    @Test
    void tamperingWithTheVerifiedSumsIsNoFaultOfTheLedger() throws Exception {
        fixture.execute("update audit_balances set total = total + 1");

        assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
        assertThat(result(WHOLE).entries()).as("the whole was read, to be sure").isEqualTo(6);

        auditor.since(Progress.UNTOLD);
        assertThat(result(SINCE).entries()).as("from sums made anew").isZero();
        assertThat(fixture.count("select sum(abs(total)) from audit_balances")).isEqualTo(2 * 101_000);
    }

    /** Its keys are made before those of others that commit before it. */
    @Test
    void whatIsCommittedLateIsNeitherMissedNorAFalseAlarm() throws Exception {
        try (Connection late = fixture.schema.connect()) {
            late.setAutoCommit(false);
            sendByHand(late, 11);
            // All that the others do in the long while that it stays open would be above its keys.
            fixture.clock.advance(A_WHILE);
            fixture.post(fixture.send(fixture.walletWith(100), fixture.walletWith(0), 7))
                    .transferIdOrRefuse();
            fixture.clock.advance(Duration.ofSeconds(61));
            // The database's clock is not the test's: to it, the transaction is seconds old. So the point is moved over
            // it
            // as an unseen one's would be.
            assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
            late.commit();
        }
        assertThat(auditor.since(Progress.UNTOLD)).as("no false alarm").allMatch(Audit.Check::holds);
        fixture.clock.advance(A_WHILE);
        assertThat(auditor.since(Progress.UNTOLD)).allMatch(Audit.Check::holds);
        assertThat(fixture.count("select sum(abs(total)) from audit_balances"))
                .as("what came late is in the sums")
                .isEqualTo(fixture.count("select sum(abs(sum)) from (select sum(amount) as sum from entries"
                        + " group by account_id) sums"));
    }

    /** What the stage does, in a transaction that is left open. */
    private void sendByHand(Connection connection, long cents) throws SQLException {
        long transfer = fixture.keys.next();
        long debit = fixture.keys.next();
        long credit = fixture.keys.next();
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "insert into transfers (id, nonce, kind, state, asset, amount, amount_posted, debit_account_id,"
                            + " credit_account_id, actor_id, created_at, finished_at) values (" + transfer
                            + ", random_bytes(12), 'send', 'posted', 'USD', " + cents * 100 + ", " + cents * 100 + ", "
                            + alice + ", " + bob + ", 0, utc_timestamp(6), utc_timestamp(6))",
                    "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at) select "
                            + debit
                            + ", " + transfer + ", id, " + -cents * 100 + ", balance - " + cents * 100
                            + ", utc_timestamp(6) from accounts where id = " + alice,
                    "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at) select "
                            + credit
                            + ", " + transfer + ", id, " + cents * 100 + ", balance + " + cents * 100
                            + ", utc_timestamp(6) from accounts where id = " + bob,
                    "update accounts set balance = balance - " + cents * 100 + " where id = " + alice,
                    "update accounts set balance = balance + " + cents * 100 + " where id = " + bob)) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void thePointStaysBelowWhatIsStillOpen() throws Exception {
        VerifiedPoint point = new VerifiedPoint(fixture.transactions, fixture.clock);
        long undisturbed = point.settled();
        try (Connection open = fixture.schema.connect();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("select id from accounts where id = " + alice + " for update");
            statement.execute("select sleep(2)");
            assertThat(point.settled())
                    .isLessThanOrEqualTo(
                            undisturbed - KeyMaker.lowestAt(KeyMaker.madeAt(0).plusSeconds(1)));
            open.rollback();
        }
    }

    @Test
    void onlyOneNodeRunsTheAuditThatIsDue() {
        auditor.runIfDue();
        long entries = result(SINCE).entries();
        fixture.post(fixture.send(alice, bob, 7)).transferIdOrRefuse();

        fixture.auditor().runIfDue();
        assertThat(result(SINCE).entries()).as("not due yet").isEqualTo(entries);

        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.auditor().runIfDue();
        assertThat(result(SINCE).entries()).isEqualTo(2);
    }

    private AuditResult result(AuditResult.Extent extent) {
        return auditor.lastResults().stream()
                .filter(result -> result.scope() == extent)
                .findFirst()
                .orElseThrow();
    }
}
