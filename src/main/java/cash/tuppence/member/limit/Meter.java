package cash.tuppence.member.limit;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;

/**
 * One limit and how much of it is used, as its template takes it.
 *
 * @param name tells it on the page and in tests: {@code balance}, {@code transfer}, {@code day} or {@code month}
 * @param limit null where there is none
 * @param used null where nothing adds up, as with one transfer
 * @param left never less than nothing; null where there is no limit, or nothing adds up
 * @param percent how much of a hundred parts is used, for the bar
 */
public record Meter(String name, Money limit, Money used, Money left, long percent) {
    private static final int ALL = 100;

    /** Of something that does not add up. */
    static Meter of(String name, long limitUnits, Asset asset) {
        return new Meter(name, limit(limitUnits, asset), null, null, 0);
    }

    static Meter of(String name, long limitUnits, long usedUnits, Asset asset) {
        Money limit = limit(limitUnits, asset);
        Money used = Money.ofUnits(usedUnits, asset);
        return limit == null
                ? new Meter(name, null, used, null, 0)
                : new Meter(
                        name,
                        limit,
                        used,
                        Money.ofUnits(Math.max(0, limitUnits - usedUnits), asset),
                        percent(limitUnits, usedUnits));
    }

    private static Money limit(long units, Asset asset) {
        return units == Long.MAX_VALUE ? null : Money.ofUnits(units, asset);
    }

    private static long percent(long limit, long used) {
        return used >= limit ? ALL : Math.min(ALL, used / Math.max(1, limit / ALL));
    }
}
