package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens inside one batch, whose postings the test lays down itself. */
class BatchRunnerTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final BatchRunner runner = new BatchRunner(
            fixture.database,
            new Rules(List.of(new FreezeGuard()), LimitTable.EMPTY, List.of(new Notes())),
            fixture.keys,
            fixture.clock,
            StageWatch.NONE);
    private final Told told = new Told();
    private final long alice = fixture.walletWith(100);
    private final long bob = fixture.walletWith(0);
    private final long carol = fixture.walletWith(0);

    @AfterEach
    void everyCentIsThere() {
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        runner.close();
        fixture.close();
    }

    @Test
    void aPostingSeesWhatThePostingsBeforeItInTheBatchHaveDone() {
        runner.run(
                List.of(
                        queued(fixture.send(bob, carol, 60)),
                        queued(fixture.send(alice, bob, 60)),
                        queued(fixture.send(alice, bob, 60)),
                        queued(fixture.send(bob, carol, 60))),
                told);

        assertThat(told.outcomes().stream().map(Outcome::getClass))
                .containsExactly(
                        Outcome.Refused.class, Outcome.Accepted.class, Outcome.Refused.class, Outcome.Accepted.class);
        assertThat(fixture.balance(alice)).isEqualTo(40);
        assertThat(fixture.balance(carol)).isEqualTo(60);
    }

    @Test
    void twinsInOneBatchMoveCashOnceAndTheSecondIsAReplay() {
        OperationId operation = OperationId.random();
        runner.run(
                List.of(
                        queued(operation, fixture.send(alice, bob, 10)),
                        queued(operation, fixture.send(alice, bob, 10)),
                        queued(operation, fixture.send(alice, bob, 11))),
                told);

        assertThat(told.outcomes().get(0).replayed()).isFalse();
        assertThat(told.outcomes().get(1).replayed()).isTrue();
        assertThat(told.outcomes().get(1).transferIdOrRefuse())
                .isEqualTo(told.outcomes().get(0).transferIdOrRefuse());
        assertThat(told.outcomes().get(2)).isEqualTo(new Outcome.Refused(Reason.OPERATION_ID_REUSED, false));
        assertThat(fixture.balance(bob)).isEqualTo(10);
    }

    @Test
    void twinsOfARefusalInOneBatchAreRefusedAlike() {
        OperationId operation = OperationId.random();
        runner.run(
                List.of(
                        queued(operation, fixture.send(bob, carol, 10)),
                        queued(fixture.send(alice, bob, 50)),
                        queued(operation, fixture.send(bob, carol, 10))),
                told);

        assertThat(told.outcomes().get(2)).isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, true));
        assertThat(fixture.balance(bob)).isEqualTo(50);
    }

    @Test
    void aPostingThatThrowsAmongAHundredGoodOnesFailsAlone() {
        List<Queued> queue = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> queued(fixture.send(alice, bob, 1)))
                .toList());
        Queued poison = queued(fixture.send(alice, bob, 1), new Note(1, "throws"));
        queue.add(37, poison);

        runner.run(queue, told);

        assertThat(told.failed).containsExactly(poison);
        assertThat(told.outcomes()).hasSize(100).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(fixture.balance(bob)).isEqualTo(100);
    }

    @Test
    void aPostingWhoseStatementTheDatabaseRejectsFailsAloneAndLeavesNothingBehind() throws Exception {
        fixture.execute("create table notes (id bigint primary key, text varchar(10) not null)");
        Queued tooLong = queued(fixture.send(alice, bob, 1), new Note(2, "far too long for its column"));

        runner.run(
                List.of(
                        queued(fixture.send(alice, bob, 1), new Note(1, "fits")),
                        tooLong,
                        queued(fixture.send(alice, bob, 1), new Note(3, "fits"))),
                told);

        assertThat(told.failed).containsExactly(tooLong);
        assertThat(fixture.count("select count(*) from notes")).isEqualTo(2);
        assertThat(fixture.balance(bob)).isEqualTo(2);
    }

    @Test
    void aCompanionIsWrittenForWhatIsAcceptedAndHearsOfWhatIsRefused() throws Exception {
        fixture.execute("create table notes (id bigint primary key, text varchar(10) not null)");
        runner.run(
                List.of(
                        queued(fixture.send(alice, bob, 1), new Note(1, "taken")),
                        queued(fixture.send(carol, bob, 1), new Note(2, "poor")),
                        queued(fixture.send(alice, bob, 1), new Note(3, "refuse"))),
                told);

        assertThat(told.outcomes().get(2)).isEqualTo(new Outcome.Refused(Reason.STATE_CONFLICT, false));
        assertThat(fixture.count("select count(*) from notes where text = 'taken'"))
                .isEqualTo(1);
        assertThat(fixture.count("select count(*) from notes where text = 'refused'"))
                .isEqualTo(2);
        assertThat(fixture.balance(bob)).isEqualTo(1);
    }

    @Test
    void aHoldAndItsPostInOneBatchAreBothDone() {
        Movement.Hold hold = fixture.hold(alice, java.util.OptionalLong.of(bob), 30);
        runner.run(
                List.of(
                        queued(hold),
                        queued(new Movement.Release(
                                fixture.post(fixture.hold(alice, java.util.OptionalLong.empty(), 5))
                                        .transferIdOrRefuse(),
                                alice,
                                TransferState.RETRACTED,
                                "changed my mind",
                                0))),
                told);
        runner.run(List.of(queued(new Movement.Post(hold.transferId(), alice, bob, Optional.empty(), 0))), told);

        assertThat(told.outcomes()).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(fixture.available(alice)).isEqualTo(70);
        assertThat(fixture.balance(bob)).isEqualTo(30);
    }

    private Queued queued(Movement movement, Attachment... attachments) {
        return queued(OperationId.random(), movement, attachments);
    }

    private Queued queued(OperationId operation, Movement movement, Attachment... attachments) {
        return new Queued(
                Posting.of(operation, movement, attachments),
                fixture.keys.next(),
                Fingerprint.of(movement),
                System.nanoTime() + 10_000_000_000L,
                new CompletableFuture<>());
    }

    /** Hears what the runner says; outcomes come in the order of their postings' keys. */
    private static final class Told implements BatchRunner.Answers {
        final Map<Long, Outcome> outcomes = new TreeMap<>();
        final List<Queued> failed = new ArrayList<>();

        @Override
        public void decided(List<Queued> postings, List<Outcome> decided) {
            for (int i = 0; i < postings.size(); i++) {
                outcomes.put(postings.get(i).key(), decided.get(i));
            }
        }

        @Override
        public void failed(Queued posting, PostingFailed failure) {
            failed.add(posting);
        }

        List<Outcome> outcomes() {
            return List.copyOf(outcomes.values());
        }
    }

    /** What the test's own companion writes. */
    private record Note(long id, String text) implements Attachment {}

    /** A real companion on a table of the test. */
    private static final class Notes implements Companion<Note> {
        @Override
        public Class<Note> attachment() {
            return Note.class;
        }

        @Override
        public Round<Note> begin(List<Note> notes) {
            List<Note> rows = new ArrayList<>();
            return new Round<>() {
                @Override
                public Optional<Reason> decide(Note note, Draft draft) {
                    if (note.text().equals("throws")) {
                        throw new IllegalStateException("this one is poisonous");
                    }
                    return note.text().equals("refuse") ? Optional.of(Reason.STATE_CONFLICT) : Optional.empty();
                }

                @Override
                public void take(Note note, Draft draft) {
                    rows.add(note);
                }

                @Override
                public void refuse(Note note, Denial denial) {
                    rows.add(new Note(note.id(), "refused"));
                }

                @Override
                public Optional<SqlText> write() {
                    return rows.isEmpty()
                            ? Optional.empty()
                            : Optional.of(SqlText.of("insert into notes (id, text) values ")
                                    .rows(
                                            rows,
                                            (sql, note) ->
                                                    sql.value(note.id()).comma().value(note.text())));
                }
            };
        }
    }
}
