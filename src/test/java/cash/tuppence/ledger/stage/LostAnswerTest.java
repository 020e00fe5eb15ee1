package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.CutProxy;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database and the stage lose each other around a commit. */
class LostAnswerTest {
    private CutProxy wire;
    private LedgerFixture fixture;
    private long alice;
    private long bob;

    @BeforeEach
    void start() throws IOException {
        TestDatabase schema = TestDatabase.fresh();
        wire = new CutProxy(schema);
        fixture = new LedgerFixture(schema, wire.url(schema), StageLimits.DEFAULT);
        alice = fixture.walletWith(1_000);
        bob = fixture.walletWith(0);
    }

    @AfterEach
    void everyCentIsThere() throws IOException {
        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        fixture.close();
        wire.close();
    }

    @Test
    void aTransferWhoseAnswerToCommitIsLostFindsItselfAndIsNotTakenForAReplay() {
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);

        Outcome outcome = fixture.post(fixture.send(alice, bob, 5));

        assertThat(outcome.replayed()).isFalse();
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void aTransferWhoseCommitNeverArrivedIsMadeOnceAllTheSame() {
        wire.cutNext(CutProxy.Cut.BEFORE_COMMIT);

        assertThat(fixture.post(fixture.send(alice, bob, 5))).isInstanceOf(Outcome.Accepted.class);

        assertThat(fixture.balance(bob)).isEqualTo(5);
    }

    @Test
    void aRefusalWhoseAnswerIsLostStaysThatRefusal() {
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);

        Outcome outcome = fixture.post(fixture.send(bob, alice, 5));

        assertThat(outcome).isEqualTo(new Outcome.Refused(cash.tuppence.core.Reason.INSUFFICIENT_FUNDS, false));
    }

    @Test
    void aWholeBatchWhoseAnswerIsLostIsAnsweredTransferByTransfer() {
        wire.cutNext(CutProxy.Cut.AFTER_COMMIT);

        List<CompletableFuture<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sent.add(fixture.ledger.submit(Posting.of(OperationId.random(), fixture.send(alice, bob, 1))));
        }

        assertThat(sent.stream().map(CompletableFuture::join))
                .allMatch(outcome -> outcome instanceof Outcome.Accepted && !outcome.replayed());
        assertThat(fixture.balance(bob)).isEqualTo(200);
    }
}
