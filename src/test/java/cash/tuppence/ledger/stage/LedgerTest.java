package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final long alice = fixture.walletWith(1_000);
    private final long bob = fixture.walletWith(0);

    @AfterEach
    void everyCentIsThere() {
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        fixture.close();
    }

    @Test
    void aTransferMovesCashOnceAndLeavesTwoEntries() throws Exception {
        Outcome outcome = fixture.post(fixture.send(alice, bob, 1));

        TransferRow row = fixture.row(outcome.transferIdOrRefuse());
        assertThat(row.state()).isEqualTo(TransferState.POSTED);
        assertThat(row.amountPosted()).isEqualTo(Money.ofMinor(1, Asset.USD));
        assertThat(row.finishedAt()).contains(fixture.clock.instant());
        assertThat(fixture.balance(alice)).isEqualTo(999);
        assertThat(fixture.balance(bob)).isEqualTo(1);
        assertThat(fixture.count("select count(*) from entries where transfer_id = " + row.id()))
                .isEqualTo(2);
    }

    @Test
    void moreThanOneHasIsRefusedAndMovesNothing() {
        Outcome outcome = fixture.post(fixture.send(alice, bob, 1_001));

        assertThat(outcome).isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, false));
        assertThat(fixture.balance(alice)).isEqualTo(1_000);
    }

    @Test
    void theSameOperationFindsItsFirstOutcomeAndMovesCashOnce() {
        OperationId operation = OperationId.of("form", "1", "/send", "abc");
        long first = fixture.ledger
                .post(Posting.of(operation, fixture.send(alice, bob, 5)))
                .transferIdOrRefuse();

        Outcome again = fixture.ledger.post(Posting.of(operation, fixture.send(alice, bob, 5)));

        assertThat(again).isEqualTo(new Outcome.Accepted(first, true));
        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void theSameOperationWithOtherContentIsRefused() {
        OperationId operation = OperationId.random();
        fixture.ledger.post(Posting.of(operation, fixture.send(alice, bob, 5)));

        Outcome other = fixture.ledger.post(Posting.of(operation, fixture.send(alice, bob, 6)));

        assertThat(other).isEqualTo(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false));
        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void aRefusalThatWasDecidedIsReplayedEvenWhenThereIsCashMeanwhile() {
        OperationId operation = OperationId.random();
        fixture.ledger.post(Posting.of(operation, fixture.send(bob, alice, 5)));
        fixture.post(fixture.send(alice, bob, 100));

        Outcome again = fixture.ledger.post(Posting.of(operation, fixture.send(bob, alice, 5)));

        assertThat(again).isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, true));
        assertThat(fixture.balance(bob)).isEqualTo(100);
    }

    @Test
    void aFrozenAccountReceivesAndSendsNothing() {
        fixture.accounts.freeze(fixture.accounts.find(alice).orElseThrow().ownerId(), true);

        assertThat(fixture.post(fixture.send(alice, bob, 1)))
                .isEqualTo(new Outcome.Refused(Reason.ACCOUNT_FROZEN, false));
        assertThat(fixture.post(
                        fixture.transfer(Kind.GRANT, fixture.accounts.ofSystem(AccountType.BANK, Asset.USD), alice, 1)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anAccountThatAFrozenWalletOpensIsFrozenToo() {
        long owner = fixture.accounts.find(alice).orElseThrow().ownerId();
        fixture.accounts.freeze(owner, true);

        long play = fixture.accounts.open(owner, Asset.XTS);

        assertThat(fixture.accounts.find(play).orElseThrow().frozen()).isTrue();
    }

    @Test
    void aKindThatIsNotDeclaredBetweenThoseAccountsIsRefused() {
        long bank = fixture.accounts.ofSystem(AccountType.BANK, Asset.USD);

        assertThat(fixture.post(fixture.transfer(Kind.SEND, bank, alice, 1)))
                .isEqualTo(new Outcome.Refused(Reason.KIND_NOT_ALLOWED, false));
        assertThat(fixture.post(fixture.send(alice, fixture.accounts.open(fixture.newOwner(), Asset.XTS), 1)))
                .isEqualTo(new Outcome.Refused(Reason.KIND_NOT_ALLOWED, false));
    }

    @Test
    void whatIsHeldCannotBeSpentAndIsPostedOnceInPart() {
        long hold = fixture.post(fixture.hold(alice, OptionalLong.of(bob), 900)).transferIdOrRefuse();
        assertThat(fixture.available(alice)).isEqualTo(100);
        assertThat(fixture.post(fixture.send(alice, bob, 101)))
                .isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, false));

        Movement.Post part = new Movement.Post(hold, alice, bob, Optional.of(Money.ofMinor(300, Asset.USD)), 0);
        fixture.post(part).transferIdOrRefuse();

        assertThat(fixture.balance(bob)).isEqualTo(300);
        assertThat(fixture.available(alice)).isEqualTo(700);
        assertThat(fixture.post(part)).isEqualTo(new Outcome.Refused(Reason.HOLD_NOT_OPEN, false));
    }

    @Test
    void aHoldThatNamesNobodyIsPostedToWhoeverComes() {
        long gift = fixture.post(fixture.hold(alice, OptionalLong.empty(), 2)).transferIdOrRefuse();
        assertThat(fixture.row(gift).state()).isEqualTo(TransferState.WAITING);

        fixture.post(new Movement.Post(gift, alice, bob, Optional.empty(), 0)).transferIdOrRefuse();

        assertThat(fixture.row(gift).creditAccountId()).contains(bob);
        assertThat(fixture.balance(bob)).isEqualTo(2);
    }

    @Test
    void twoWhoClaimAtOnceAreOneWhoGetsIt() {
        long carol = fixture.walletWith(0);
        long gift = fixture.post(fixture.hold(alice, OptionalLong.empty(), 2)).transferIdOrRefuse();

        List<CompletableFuture<Outcome>> claims = new ArrayList<>();
        for (long claimer : new long[] {bob, carol, bob, carol}) {
            claims.add(fixture.ledger.submit(
                    Posting.of(OperationId.random(), new Movement.Post(gift, alice, claimer, Optional.empty(), 0))));
        }

        assertThat(claims.stream().map(CompletableFuture::join).filter(Outcome.Accepted.class::isInstance))
                .hasSize(1);
        assertThat(fixture.balance(bob) + fixture.balance(carol)).isEqualTo(2);
    }

    @Test
    void whoeverComesForWhatAnotherClaimedIsRefused() {
        long carol = fixture.walletWith(0);
        long gift = fixture.post(fixture.hold(alice, OptionalLong.empty(), 2)).transferIdOrRefuse();
        fixture.post(new Movement.Post(gift, alice, bob, Optional.empty(), 0)).transferIdOrRefuse();

        assertThat(fixture.post(new Movement.Post(gift, alice, carol, Optional.empty(), 0)))
                .isEqualTo(new Outcome.Refused(Reason.HOLD_NOT_OPEN, false));
    }

    @Test
    void anExpiredHoldCannotBePostedAndAYoungOneCannotExpire() {
        long gift = fixture.post(fixture.hold(alice, OptionalLong.empty(), 2)).transferIdOrRefuse();
        Movement.Release expire = new Movement.Release(gift, alice, TransferState.EXPIRED, "", 0);
        assertThat(fixture.post(expire)).isEqualTo(new Outcome.Refused(Reason.HOLD_NOT_OPEN, false));

        fixture.clock.advance(Duration.ofDays(1));

        assertThat(fixture.post(new Movement.Post(gift, alice, bob, Optional.empty(), 0)))
                .isEqualTo(new Outcome.Refused(Reason.HOLD_NOT_OPEN, false));
        fixture.post(expire).transferIdOrRefuse();
        assertThat(fixture.available(alice)).isEqualTo(1_000);
        assertThat(fixture.row(gift).state()).isEqualTo(TransferState.EXPIRED);
    }

    @Test
    void cashIsNeverQueuedFromInsideATransaction() {
        assertThatThrownBy(() -> fixture.transactions.execute(session ->
                        fixture.ledger.submit(Posting.of(OperationId.random(), fixture.send(alice, bob, 1)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingAnswersAllThatWasTaken() {
        List<CompletableFuture<Outcome>> taken = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            taken.add(fixture.ledger.submit(Posting.of(OperationId.random(), fixture.send(alice, bob, 1))));
        }

        fixture.ledger.close();

        assertThat(taken).allMatch(CompletableFuture::isDone);
        assertThat(fixture.balance(bob)).isEqualTo(500);
    }
}
