package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.Wallets;
import cash.tuppence.bench.load.Callers;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Trial;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who sends to whom.
 *
 * @param hot whether all send to one account, or each to a random one
 * @param wallets among how many
 */
public record Traffic(int callers, boolean hot, int wallets) {
    /** Of one caller at a time, the place beside the hot account. */
    private static final long FIRST_OTHER = Wallets.HOT + 1;

    public String name() {
        return callers + (hot ? " hot" : " spread");
    }

    public Trial trial(Contender contender) {
        return new Trial(contender.name() + ", " + name(), duration -> run(contender, duration));
    }

    private Sample run(Contender contender, Duration duration) {
        contender.prepare();
        return new Callers(callers).run(caller -> once(contender), duration);
    }

    private int once(Contender contender) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long to = hot ? Wallets.HOT : random.nextLong(FIRST_OTHER, wallets + 1L);
        long from = random.nextLong(FIRST_OTHER, wallets + 1L);
        return contender.transfer(from == to ? Wallets.HOT : from, to);
    }
}
