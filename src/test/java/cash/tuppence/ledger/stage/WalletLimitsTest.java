package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a wallet may hold and send at most, as each movement counts towards it. */
class WalletLimitsTest {
    private static final int LIMITED = 1;
    private static final Outcome WALLET_FULL = new Outcome.Refused(Reason.LIMIT_RECIPIENT, false);

    private final LedgerFixture fixture = new LedgerFixture();
    private final long alice = fixture.walletWith(10_000);
    private final long bob = fixture.walletWith(0);

    @BeforeEach
    void limit() throws SQLException {
        fixture.setLimits(LIMITED, new Limits(units(15_000), units(50), units(100), units(250)));
        fixture.limit(alice, LIMITED);
        fixture.limit(bob, LIMITED);
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        fixture.close();
    }

    @Test
    void stopOneTransferThatIsTooMuchAtOnce() {
        assertThat(send(51)).isEqualTo(refused(Reason.LIMIT_TRANSFER, 50));
        assertAccepted(send(50));
    }

    @Test
    void stopWhatIsTooMuchForADayAndSayWhatIsLeft() {
        assertAccepted(send(50));
        assertAccepted(send(38));

        assertThat(send(13)).isEqualTo(refused(Reason.LIMIT_DAY, 100, 12));
        assertAccepted(send(12));
        assertThat(send(1)).isEqualTo(refused(Reason.LIMIT_DAY, 100, 0));
    }

    @Test
    void beginAnewAtMidnightInUtc() {
        assertAccepted(send(50));
        assertAccepted(send(50));
        fixture.clock.set(Instant.parse("2026-11-01T23:59:59.999Z"));
        assertThat(send(1)).isEqualTo(refused(Reason.LIMIT_DAY, 100, 0));

        fixture.clock.set(Instant.parse("2026-11-02T00:00:00Z"));

        assertAccepted(send(50));
    }

    @Test
    void stopWhatIsTooMuchForAMonthUntilTheNextOne() {
        for (int day = 0; day < 5; day++) {
            assertAccepted(send(50));
            fixture.clock.advance(Duration.ofDays(1));
        }
        assertThat(send(1)).isEqualTo(refused(Reason.LIMIT_MONTH, 250, 0));

        fixture.clock.set(Instant.parse("2026-12-01T00:00:00Z"));

        assertAccepted(send(50));
    }

    @Test
    void lackOfFundsIsToldBeforeALimit() {
        assertThat(fixture.post(fixture.send(bob, alice, 51)))
                .isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, false));
    }

    @Test
    void whatWasRefusedDoesNotCount() throws SQLException {
        send(51);
        send(50);
        fixture.execute("update accounts set frozen = true where id = " + alice);
        send(50);

        assertThat(spentToday(alice)).isEqualTo(50);
    }

    @Test
    void whatIsReservedCountsAtOnceAndNotAgainWhenItIsPosted() throws SQLException {
        Movement.Hold hold = fixture.hold(alice, OptionalLong.of(bob), 50);
        assertAccepted(fixture.post(hold));
        assertThat(spentToday(alice)).isEqualTo(50);

        assertAccepted(fixture.post(new Movement.Post(hold.transferId(), alice, bob, Optional.empty(), 0)));

        assertThat(spentToday(alice)).isEqualTo(50);
    }

    @Test
    void whatIsReservedAndGoesBackCountsNoMore() throws SQLException {
        Movement.Hold hold = fixture.hold(alice, OptionalLong.of(bob), 50);
        assertAccepted(fixture.post(hold));
        assertAccepted(send(20));

        assertAccepted(fixture.post(new Movement.Release(hold.transferId(), alice, TransferState.VOIDED, "", 0)));

        assertThat(spentToday(alice)).isEqualTo(20);
        assertThat(spentThisMonth(alice)).isEqualTo(20);
    }

    @Test
    void ofAHoldThatIsPostedInPartTheRestCountsNoMore() throws SQLException {
        Movement.Hold hold = fixture.hold(alice, OptionalLong.of(bob), 50);
        assertAccepted(fixture.post(hold));

        Optional<Money> part = Optional.of(Money.ofMinor(30, Asset.USD));
        assertAccepted(fixture.post(new Movement.Post(hold.transferId(), alice, bob, part, 0)));

        assertThat(spentToday(alice)).isEqualTo(30);
    }

    @Test
    void whatGoesBackOnALaterDayMakesRoomInTheMonthAndNotInTheDay() throws SQLException {
        Movement.Hold hold = fixture.hold(alice, OptionalLong.of(bob), 50);
        assertAccepted(fixture.post(hold));
        fixture.clock.set(Instant.parse("2026-11-02T01:00:00Z"));
        assertAccepted(send(40));

        assertAccepted(fixture.post(new Movement.Release(hold.transferId(), alice, TransferState.VOIDED, "", 0)));

        assertThat(spentToday(alice)).isEqualTo(40);
        assertThat(spentThisMonth(alice)).isEqualTo(40);
    }

    @Test
    void aRefundCountsForNobody() throws SQLException {
        assertAccepted(send(50));

        assertAccepted(fixture.post(fixture.transfer(Kind.REFUND, bob, alice, 50)));

        assertThat(spentToday(bob)).isZero();
        assertThat(spentToday(alice)).isEqualTo(50);
    }

    @Test
    void aFullWalletTakesNothingNewAndItsFillIsNotTold() {
        fixture.setLimits(LIMITED, new Limits(units(60), units(50), units(100), units(250)));
        assertAccepted(send(50));

        assertThat(send(11)).isEqualTo(WALLET_FULL);
        assertThat(fixture.post(fixture.hold(alice, OptionalLong.of(bob), 11))).isEqualTo(WALLET_FULL);
        assertAccepted(send(10));
    }

    @Test
    void aFullWalletTakesWhatItWasPromisedAndWhatComesBackToIt() {
        Movement.Hold hold = fixture.hold(alice, OptionalLong.of(bob), 50);
        assertAccepted(fixture.post(hold));
        fixture.setLimits(LIMITED, new Limits(0, units(50), units(100), units(250)));

        assertAccepted(fixture.post(new Movement.Post(hold.transferId(), alice, bob, Optional.empty(), 0)));
        assertAccepted(fixture.post(fixture.transfer(Kind.REFUND, bob, alice, 50)));
    }

    @Test
    void whoeverClaimsMoreThanTheirWalletHoldsIsToldWhatRoomThereIsAndTheCashWaits() {
        fixture.setLimits(LIMITED, new Limits(units(30), units(50), units(100), units(250)));
        Movement.Hold gift = fixture.hold(alice, OptionalLong.empty(), 50);
        assertAccepted(fixture.post(gift));
        Movement.Post claim = new Movement.Post(gift.transferId(), alice, bob, Optional.empty(), 0);

        assertThat(fixture.post(claim)).isEqualTo(refused(Reason.LIMIT_BALANCE, 30, 30));

        assertThat(fixture.row(gift.transferId()).state()).isEqualTo(TransferState.WAITING);
        fixture.setLimits(LIMITED, new Limits(units(50), units(50), units(100), units(250)));
        assertAccepted(fixture.post(claim));
    }

    @Test
    void aClassThatANodeDoesNotKnowStopsThePostingAndLeavesOthersAlone() throws SQLException {
        fixture.limit(alice, 99);
        long carol = fixture.walletWith(5);

        assertThat(fixture.ledger.submit(fixture.posting(fixture.send(alice, bob, 1))))
                .failsWithin(Duration.ofSeconds(5));
        assertAccepted(fixture.post(fixture.send(carol, bob, 5)));
    }

    private Outcome send(long cents) {
        return fixture.post(fixture.send(alice, bob, cents));
    }

    private static void assertAccepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static Outcome refused(Reason reason, long... cents) {
        Money[] amounts = new Money[cents.length];
        for (int i = 0; i < cents.length; i++) {
            amounts[i] = Money.ofMinor(cents[i], Asset.USD);
        }
        return new Outcome.Refused(Denial.of(reason, amounts), false);
    }

    private static long units(long cents) {
        return cents * Asset.USD.unitsPerMinor();
    }

    private long spentToday(long account) throws SQLException {
        return fixture.count("select spent_day from accounts where id = " + account) / 100;
    }

    private long spentThisMonth(long account) throws SQLException {
        return fixture.count("select spent_month from accounts where id = " + account) / 100;
    }
}
