package cash.tuppence.ledger;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What has left an account lately, or is reserved to, as its limits count it: when it is reserved. Days and months are
 * UTC. It never goes back to an earlier day, so that two nodes whose clocks differ around midnight do not each begin
 * anew.
 *
 * @param lastOn the last day on which anything was counted
 * @param dayUnits what was counted on that day
 * @param monthUnits what was counted in that month, the day included
 */
public record Spending(LocalDate lastOn, long dayUnits, long monthUnits) {
    public static final Spending NOTHING = new Spending(LocalDate.EPOCH, 0, 0);

    /** As it counts on that day: a new day begins at nothing, and so does a new month. */
    public Spending on(LocalDate day) {
        if (!day.isAfter(lastOn)) {
            return this;
        }
        return new Spending(day, 0, isSameMonth(day, lastOn) ? monthUnits : 0);
    }

    public Spending plus(long units, LocalDate day) {
        Spending now = on(day);
        return new Spending(now.lastOn, sum(now.dayUnits, units), sum(now.monthUnits, units));
    }

    /** Gives back what was reserved and did not leave after all: to the day and the month that it was reserved in. */
    public Spending minus(long units, LocalDate reservedOn, LocalDate day) {
        Spending now = on(day);
        long dayLeft = reservedOn.equals(now.lastOn) ? Math.max(0, now.dayUnits - units) : now.dayUnits;
        long monthLeft = isSameMonth(reservedOn, now.lastOn) ? now.monthUnits - units : now.monthUnits;
        return new Spending(now.lastOn, dayLeft, Math.max(dayLeft, monthLeft));
    }

    private static boolean isSameMonth(LocalDate one, LocalDate other) {
        return YearMonth.from(one).equals(YearMonth.from(other));
    }

    /** A wallet whose day is not limited may turn over more than a number holds. */
    private static long sum(long counted, long units) {
        return counted > Long.MAX_VALUE - units ? Long.MAX_VALUE : counted + units;
    }
}
