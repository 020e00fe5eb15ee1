package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * As traffic is: of a hundred postings ten lack funds and five are sent again, half of those while the first is still
 * under way, so that mostly both are in one batch. Each must be answered as it should be.
 */
public final class DirtyContender implements Contender {
    private static final double NO_FUNDS = 0.10;
    private static final double AGAIN = 0.025;
    private static final double TWINS = 0.025;
    private static final int REMEMBERED = 4096;

    private final StageContender stage;
    private final Wallets wallets;
    private final AtomicReferenceArray<Posting> sent = new AtomicReferenceArray<>(REMEMBERED);

    public DirtyContender(String name, BenchLedger bench, Wallets wallets) {
        stage = StageContender.plain(name, bench);
        this.wallets = wallets;
    }

    @Override
    public String name() {
        return stage.name();
    }

    @Override
    public int transfer(long from, long to) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        double dice = random.nextDouble();
        if (dice < NO_FUNDS) {
            return withoutFunds(random.nextLong(wallets.rich() + 1L, wallets.rich() + wallets.poor() + 1L), to);
        }
        if (dice < NO_FUNDS + AGAIN) {
            return again(sent.get(random.nextInt(REMEMBERED)), from, to);
        }
        return dice < NO_FUNDS + AGAIN + TWINS ? twins(from, to) : once(from, to, random.nextInt(REMEMBERED));
    }

    private int withoutFunds(long from, long to) {
        Outcome outcome = stage.ledger().post(stage.posting(from, to));
        require(outcome.equals(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, false)), outcome);
        return 1;
    }

    /** Before anything was sent there is nothing to send again. */
    private int again(Posting earlier, long from, long to) {
        if (earlier == null) {
            return once(from, to, 0);
        }
        Outcome outcome = stage.ledger().post(earlier);
        require(outcome.equals(accepted(earlier, true)), outcome);
        return 1;
    }

    private int twins(long from, long to) {
        Posting posting = stage.posting(from, to);
        CompletableFuture<Outcome> first = stage.ledger().submit(posting);
        CompletableFuture<Outcome> second = stage.ledger().submit(posting);
        List<Outcome> outcomes = List.of(first.join(), second.join());
        require(outcomes.equals(List.of(accepted(posting, false), accepted(posting, true))), outcomes);
        return 2;
    }

    private int once(long from, long to, int place) {
        Posting posting = stage.posting(from, to);
        Outcome outcome = stage.ledger().post(posting);
        require(outcome.equals(accepted(posting, false)), outcome);
        sent.set(place, posting);
        return 1;
    }

    private static Outcome accepted(Posting posting, boolean replayed) {
        return new Outcome.Accepted(posting.movement().transferId(), replayed);
    }

    private static void require(boolean right, Object outcome) {
        if (!right) {
            throw new IllegalStateException("a posting was answered wrongly: " + outcome);
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
