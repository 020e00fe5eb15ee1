package cash.tuppence.checkout.books;

import cash.tuppence.ledger.Kind;
import java.time.LocalDate;

/**
 * What one day's entries of one kind and direction come to.
 *
 * @param units signed: below zero where cash left
 */
public record DayRow(String day, Kind kind, boolean incoming, long count, long units) {
    LocalDate date() {
        return LocalDate.parse(day);
    }
}
