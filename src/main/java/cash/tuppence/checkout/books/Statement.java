package cash.tuppence.checkout.books;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;

/**
 * A month of a business's wallet: what it began with, what came and went, what it ended with.
 *
 * @param days each day of the month on which something happened, in order
 */
public record Statement(
        YearMonth month,
        Money opening,
        Line payments,
        Line refunds,
        Line otherIn,
        Line otherOut,
        Money closing,
        List<Day> days) {

    /** So many transfers, and what they come to; without a sign. */
    public record Line(long count, Money amount) {}

    /** What one day brought. */
    public record Day(LocalDate date, Line payments, Line refunds) {}

    static Statement of(YearMonth month, Money opening, List<DayRow> rows) {
        Asset asset = opening.asset();
        Money change = Money.ofUnits(rows.stream().mapToLong(DayRow::units).sum(), asset);
        return new Statement(
                month,
                opening,
                line(rows, asset, Statement::isPayment),
                line(rows, asset, Statement::isRefund),
                line(rows, asset, row -> row.incoming() && !isPayment(row)),
                line(rows, asset, row -> !row.incoming() && !isRefund(row)),
                opening.plus(change),
                rows.stream()
                        .map(DayRow::date)
                        .distinct()
                        .map(date -> day(date, rows, asset))
                        .toList());
    }

    private static Day day(LocalDate date, List<DayRow> rows, Asset asset) {
        List<DayRow> own = rows.stream().filter(row -> row.date().equals(date)).toList();
        return new Day(date, line(own, asset, Statement::isPayment), line(own, asset, Statement::isRefund));
    }

    private static boolean isPayment(DayRow row) {
        return row.kind() == Kind.PAYMENT && row.incoming();
    }

    private static boolean isRefund(DayRow row) {
        return row.kind() == Kind.REFUND && !row.incoming();
    }

    private static Line line(List<DayRow> rows, Asset asset, Predicate<DayRow> which) {
        List<DayRow> own = rows.stream().filter(which).toList();
        long units = own.stream().mapToLong(DayRow::units).sum();
        return new Line(
                own.stream().mapToLong(DayRow::count).sum(),
                Money.ofUnits(units, asset).abs());
    }
}
