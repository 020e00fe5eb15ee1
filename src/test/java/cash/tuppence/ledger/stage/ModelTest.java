package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random postings do to the ledger what they do to a {@link LedgerModel} in plain Java. */
class ModelTest {
    private static final int WALLETS = 4;
    private static LedgerFixture fixture;

    @BeforeContainer
    static void start() {
        fixture = new LedgerFixture();
    }

    @AfterContainer
    static void stop() {
        fixture.close();
    }

    @Property(tries = 60)
    void theLedgerAgreesWithTheModel(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (List<Step> together : inBatches(steps)) {
            world.run(together);
        }
        world.compare();
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
    }

    /** Steps up to the next pause are queued at once, and so share batches as it happens. */
    private static List<List<Step>> inBatches(List<Step> steps) {
        List<List<Step>> batches = new ArrayList<>();
        List<Step> current = new ArrayList<>();
        for (Step step : steps) {
            current.add(step);
            if (step.verb() == Verb.PAUSE) {
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
                .ofMaxSize(60);
    }

    enum Verb {
        SEND,
        HOLD,
        GIFT,
        POST,
        POST_PART,
        RELEASE,
        EXPIRE,
        AGAIN,
        PAUSE
    }

    /**
     * @param pick chooses among the holds, or the postings, that there are by then
     */
    record Step(Verb verb, int from, int to, int cents, int pick) {}

    /** The same steps on both sides. */
    private static final class World {
        private final KeyMaker keys = fixture.keys;
        private final List<Long> wallets = new ArrayList<>();
        private final LedgerModel model = new LedgerModel();
        private final List<Posting> sent = new ArrayList<>();
        private final List<Movement.Hold> holds = new ArrayList<>();

        World() {
            for (int i = 0; i < WALLETS; i++) {
                long wallet = fixture.walletWith(100);
                wallets.add(wallet);
                model.open(wallet, 100 * 100);
            }
        }

        void run(List<Step> steps) {
            List<CompletableFuture<Outcome>> real = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Step step : steps) {
                posting(step).ifPresent(posting -> {
                    real.add(fixture.ledger.submit(posting));
                    expected.add(model.apply(posting, fixture.clock.instant()));
                });
            }
            assertThat(real.stream().map(CompletableFuture::join).map(World::text))
                    .isEqualTo(expected);
            fixture.clock.advance(Duration.ofHours(steps.size() % 10));
        }

        private static String text(Outcome outcome) {
            return outcome instanceof Outcome.Refused refused
                    ? refused.reason() + (refused.replayed() ? " again" : "")
                    : "ACCEPTED" + (outcome.replayed() ? " again" : "");
        }

        private Optional<Posting> posting(Step step) {
            if (step.verb() == Verb.AGAIN) {
                return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(step.pick() % sent.size()));
            }
            Optional<Posting> made = movement(step).map(movement -> Posting.of(OperationId.random(), movement));
            made.ifPresent(sent::add);
            return made;
        }

        private Optional<Movement> movement(Step step) {
            long from = wallets.get(step.from());
            long to = wallets.get(step.to());
            Optional<Movement.Hold> hold =
                    holds.isEmpty() ? Optional.empty() : Optional.of(holds.get(step.pick() % holds.size()));
            return switch (step.verb()) {
                case SEND -> Optional.of(fixture.send(from, to, step.cents()));
                case HOLD -> from == to ? Optional.empty() : Optional.of(held(from, OptionalLong.of(to), step));
                case GIFT -> Optional.of(held(from, OptionalLong.empty(), step));
                case POST -> hold.map(h -> post(h, to, Optional.empty()));
                case POST_PART -> hold.map(h -> post(h, to, Optional.of(Money.ofMinor(step.cents(), Asset.USD))));
                case RELEASE -> hold.map(h -> release(h, TransferState.VOIDED));
                case EXPIRE -> hold.map(h -> release(h, TransferState.EXPIRED));
                default -> Optional.empty();
            };
        }

        private Movement held(long from, OptionalLong to, Step step) {
            Movement.Hold hold = new Movement.Hold(
                    keys.newId(TransferRow.PREFIX),
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

        void compare() {
            for (long wallet : wallets) {
                Account account = fixture.accounts.find(wallet).orElseThrow();
                assertThat(account.balance().units()).isEqualTo(model.balance(wallet));
                assertThat(account.held().units()).isEqualTo(model.held(wallet));
            }
        }
    }
}
