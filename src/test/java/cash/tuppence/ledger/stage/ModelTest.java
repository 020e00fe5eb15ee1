package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.testing.Tickets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random postings, on two nodes in turn and at once, do to the ledger what they do to a {@link LedgerModel} in plain Java. */
class ModelTest {
    private static final int WALLETS = 4;
    private static final int TICKETS = 3;
    private static LedgerFixture fixture;
    private static LedgerFixture secondNode;
    private static long firstTicket = 1;

    @BeforeContainer
    static void start() throws SQLException {
        TestDatabase schema = TestDatabase.fresh();
        fixture = new LedgerFixture(schema, StageLimits.DEFAULT, new Tickets());
        secondNode = new LedgerFixture(schema, StageLimits.DEFAULT, new Tickets());
        fixture.execute(Tickets.TABLE);
        fixture.execute("insert into tickets (id) select seq from seq_1_to_10000");
    }

    @AfterContainer
    static void stop() {
        fixture.close();
        secondNode.close();
    }

    @Property(tries = 80)
    void theLedgerAgreesWithTheModel(@ForAll("steps") List<Step> steps) throws SQLException {
        World world = new World();
        for (List<Step> together : inBatches(steps)) {
            world.run(together);
        }
        world.compare();
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
    }

    /** Steps up to the next pause are queued at once on one node, and so share batches as it happens. */
    private static List<List<Step>> inBatches(List<Step> steps) {
        List<List<Step>> batches = new ArrayList<>();
        List<Step> current = new ArrayList<>();
        for (Step step : steps) {
            current.add(step);
            if (step.verb().endsBatch()) {
                batches.add(current);
                current = new ArrayList<>();
            }
        }
        batches.add(current);
        return batches;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Verb> verbs = Arbitraries.of(Verb.class);
        Arbitrary<Integer> wallets = Arbitraries.integers().between(0, WALLETS - 1);
        Arbitrary<Integer> cents = Arbitraries.integers().between(1, 60);
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(verbs, wallets, wallets, cents, picks)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    enum Verb {
        SEND,
        HOLD,
        GIFT,
        POST,
        POST_PART,
        RELEASE,
        EXPIRE,
        /** As much as fits into a number. */
        SEND_ALL_THERE_IS,
        /** From a wallet, what only the bank may. */
        DEPOSIT,
        OTHER_ASSET,
        BUY_TICKET,
        AGAIN,
        /** The same operation id, with another amount. */
        CONTRADICT,
        PAUSE,
        FREEZE,
        THAW,
        /** What was asked before, on both nodes at once. */
        BOTH_AGAIN,
        /** Something new, on both nodes at once. */
        BOTH_SEND;

        boolean endsBatch() {
            return compareTo(PAUSE) >= 0;
        }

        boolean isForBoth() {
            return this == BOTH_AGAIN || this == BOTH_SEND;
        }
    }

    /**
     * @param pick chooses among the holds, or the postings, that there are by then
     */
    record Step(Verb verb, int from, int to, int cents, int pick) {}

    /** The same steps on both sides. */
    private static final class World {
        private final List<Long> wallets = new ArrayList<>();
        private final LedgerModel model = new LedgerModel();
        private final List<Posting> sent = new ArrayList<>();
        private final List<Movement.Hold> holds = new ArrayList<>();
        private final long ticket = firstTicket;

        World() {
            firstTicket += TICKETS;
            for (int i = 0; i < WALLETS; i++) {
                long wallet = fixture.walletWith(100);
                wallets.add(wallet);
                model.open(wallet, 100 * 100);
            }
        }

        void run(List<Step> steps) {
            LedgerFixture node = steps.size() % 2 == 0 ? fixture : secondNode;
            List<CompletableFuture<Outcome>> real = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Step step : steps) {
                if (!step.verb().endsBatch()) {
                    posting(step).ifPresent(posting -> {
                        real.add(node.ledger.submit(posting));
                        expected.add(apply(posting));
                    });
                }
            }
            assertThat(real.stream().map(CompletableFuture::join).map(World::text))
                    .isEqualTo(expected);
            if (!steps.isEmpty()) {
                end(steps.get(steps.size() - 1));
            }
            advance(Duration.ofHours(steps.size() % 10));
        }

        private String apply(Posting posting) {
            return model.apply(posting, fixture.clock.instant());
        }

        private static void advance(Duration duration) {
            fixture.clock.advance(duration);
            secondNode.clock.set(fixture.clock.instant());
        }

        private void end(Step last) {
            if (last.verb() == Verb.FREEZE || last.verb() == Verb.THAW) {
                long wallet = wallets.get(last.from());
                long owner = fixture.accounts.find(wallet).orElseThrow().ownerId();
                fixture.accounts.freeze(owner, last.verb() == Verb.FREEZE);
                model.freeze(wallet, last.verb() == Verb.FREEZE);
            } else if (last.verb().isForBoth()) {
                posting(last).ifPresent(this::askBoth);
            }
        }

        /** One of them decides, the other finds what was decided. */
        private void askBoth(Posting posting) {
            List<CompletableFuture<Outcome>> real =
                    List.of(fixture.ledger.submit(posting), secondNode.ledger.submit(posting));
            assertThat(real.stream().map(CompletableFuture::join).map(World::text))
                    .containsExactlyInAnyOrder(apply(posting), apply(posting));
        }

        private static String text(Outcome outcome) {
            return outcome instanceof Outcome.Refused refused
                    ? refused.reason() + (refused.replayed() ? " again" : "")
                    : "ACCEPTED" + (outcome.replayed() ? " again" : "");
        }

        private Optional<Posting> posting(Step step) {
            Optional<Posting> before =
                    sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(step.pick() % sent.size()));
            if (step.verb() == Verb.AGAIN || step.verb() == Verb.BOTH_AGAIN) {
                return before;
            }
            if (step.verb() == Verb.CONTRADICT) {
                return before.flatMap(this::contradicted);
            }
            Attachment[] attachments = step.verb() == Verb.BUY_TICKET
                    ? new Attachment[] {new Tickets.Ticket(ticket + step.pick() % TICKETS)}
                    : new Attachment[0];
            Optional<Posting> made =
                    movement(step).map(movement -> Posting.of(OperationId.random(), movement, attachments));
            made.ifPresent(sent::add);
            return made;
        }

        private Optional<Posting> contradicted(Posting posting) {
            return posting.movement() instanceof Movement.Transfer transfer
                    ? Optional.of(new Posting(
                            posting.operation(),
                            transfer(
                                    transfer.kind(),
                                    transfer.debitAccount(),
                                    transfer.creditTo(),
                                    Money.ofUnits(
                                            transfer.amount().units() - 1,
                                            transfer.amount().asset())),
                            posting.attachments()))
                    : Optional.empty();
        }

        private Optional<Movement> movement(Step step) {
            long from = wallets.get(step.from());
            long to = wallets.get(step.to());
            Money amount = Money.ofMinor(step.cents(), Asset.USD);
            Optional<Movement.Hold> hold =
                    holds.isEmpty() ? Optional.empty() : Optional.of(holds.get(step.pick() % holds.size()));
            return switch (step.verb()) {
                case SEND, BOTH_SEND -> Optional.of(transfer(Kind.SEND, from, to, amount));
                case BUY_TICKET -> Optional.of(transfer(Kind.PAYMENT, from, to, amount));
                case DEPOSIT -> Optional.of(transfer(Kind.DEPOSIT, from, to, amount));
                case OTHER_ASSET -> Optional.of(transfer(Kind.SEND, from, to, Money.ofMinor(step.cents(), Asset.XTS)));
                case SEND_ALL_THERE_IS ->
                    Optional.of(
                            transfer(Kind.SEND, from, to, Money.ofUnits(Long.MAX_VALUE - step.pick() % 2, Asset.USD)));
                case HOLD -> Optional.of(held(from, OptionalLong.of(to), step));
                case GIFT -> Optional.of(held(from, OptionalLong.empty(), step));
                case POST -> hold.map(h -> post(h, to, Optional.empty()));
                case POST_PART -> hold.map(h -> post(h, to, Optional.of(amount)));
                case RELEASE -> hold.map(h -> release(h, TransferState.VOIDED));
                case EXPIRE -> hold.map(h -> release(h, TransferState.EXPIRED));
                default -> Optional.empty();
            };
        }

        private static Movement transfer(Kind kind, long from, long to, Money amount) {
            return new Movement.Transfer(
                    fixture.keys.newId(TransferRow.PREFIX), kind, from, to, amount, Details.bySystem(""));
        }

        private Movement held(long from, OptionalLong to, Step step) {
            Movement.Hold hold = new Movement.Hold(
                    fixture.keys.newId(TransferRow.PREFIX),
                    Kind.GIFT,
                    from,
                    to,
                    Money.ofMinor(step.cents(), Asset.USD),
                    fixture.clock.instant().plus(Duration.ofHours(step.pick() % 20)),
                    Details.bySystem(""));
            holds.add(hold);
            return hold;
        }

        private Movement post(Movement.Hold hold, long to, Optional<Money> amount) {
            return new Movement.Post(
                    hold.transferId(), hold.debitAccount(), hold.creditAccount().orElse(to), amount, 0);
        }

        private static Movement release(Movement.Hold hold, TransferState to) {
            return new Movement.Release(hold.transferId(), hold.debitAccount(), to, "", 0);
        }

        void compare() throws SQLException {
            for (long wallet : wallets) {
                Account account = fixture.accounts.find(wallet).orElseThrow();
                assertThat(account.balance().units()).isEqualTo(model.balance(wallet));
                assertThat(account.held().units()).isEqualTo(model.held(wallet));
                assertThat(entries(wallet)).isEqualTo(model.entries(wallet));
            }
            assertThat(states()).isEqualTo(model.states());
        }

        private static List<Long> entries(long wallet) throws SQLException {
            List<Long> amounts = new ArrayList<>();
            read(
                    "select amount from entries where account_id = " + wallet + " order by amount",
                    row -> amounts.add(row.getLong(1)));
            return amounts;
        }

        /** Of what left these wallets. */
        private Map<Long, TransferState> states() throws SQLException {
            Map<Long, TransferState> states = new TreeMap<>();
            String ours = wallets.toString().replace('[', '(').replace(']', ')');
            read(
                    "select id, state from transfers where debit_account_id in " + ours,
                    row -> states.put(
                            row.getLong(1),
                            TransferState.valueOf(row.getString(2).toUpperCase(Locale.ROOT))));
            return states;
        }

        private static void read(String query, Row each) throws SQLException {
            try (Connection connection = fixture.schema.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
