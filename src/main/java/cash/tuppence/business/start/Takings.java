package cash.tuppence.business.start;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Transactions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a business took today, by UTC: payments and gifts, less what went back. A busy one has many, so what was added up
 * is remembered for a few seconds.
 */
public final class Takings {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Cache<Key, Day> days = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Transactions transactions;
    private final InstantSource clock;

    private record Key(long profileId, Asset asset, LocalDate day) {}

    /**
     * A day's takings.
     *
     * @param refunded what went back of all that was ever taken
     * @param payments how many came in
     */
    public record Day(Money taken, Money refunded, long payments) {}

    public Takings(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Day today(long profileId, Asset asset) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return days.get(new Key(profileId, asset, day), this::read);
    }

    /** Whether anything ever arrived, such as a payment to try things out. */
    public boolean any(long profileId, Asset asset) {
        return transactions.read(
                session -> session.getMapper(TakingsMapper.class).any(profileId, asset.code()));
    }

    private Day read(Key key) {
        long from = KeyMaker.lowestAt(key.day().atStartOfDay(ZoneOffset.UTC).toInstant());
        Money taken = Money.zero(key.asset());
        Money refunded = taken;
        long payments = 0;
        for (TakenRow row : read(key.profileId(), key.asset(), from)) {
            Money sum = Money.ofUnits(row.units(), key.asset());
            if (row.refund()) {
                refunded = sum.negated();
            } else {
                taken = sum;
                payments = row.number();
            }
        }
        return new Day(taken, refunded, payments);
    }

    private List<TakenRow> read(long profileId, Asset asset, long fromId) {
        return transactions.read(
                session -> session.getMapper(TakingsMapper.class).since(profileId, asset.code(), fromId));
    }
}
