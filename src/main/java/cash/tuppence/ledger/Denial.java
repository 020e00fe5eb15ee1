package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * What was decided against a posting, and the amounts that its text names: they are kept with the decision, so that
 * whoever sends it again is told the same.
 */
public record Denial(Reason reason, List<Money> amounts) {
    public Denial {
        amounts = List.copyOf(amounts);
    }

    public static Denial of(Reason reason, Money... amounts) {
        return new Denial(reason, List.of(amounts));
    }

    public Refusal refusal() {
        return new Refusal(reason).with(amounts.toArray());
    }

    /** As it is kept: {@code LIMIT_DAY USD:2000000 USD:120000}. */
    public String text() {
        StringBuilder text = new StringBuilder(reason.name());
        amounts.forEach(amount ->
                text.append(' ').append(amount.asset().code()).append(':').append(amount.units()));
        return text.toString();
    }

    /** Reads what {@link #text} wrote. */
    public static Denial parse(String text) {
        String[] words = text.split(" ");
        List<Money> amounts = Arrays.stream(words).skip(1).map(Denial::amount).toList();
        return new Denial(Reason.valueOf(words[0]), amounts);
    }

    private static Money amount(String word) {
        int colon = word.indexOf(':');
        return Money.ofUnits(Long.parseLong(word.substring(colon + 1)), Asset.of(word.substring(0, colon)));
    }
}
