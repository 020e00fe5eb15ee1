package cash.tuppence.wallet.give;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.util.List;

/** An amount that a giver may choose with one click. */
public record Suggestion(String value, Money money, String path) {
    private static final List<Long> MINOR = List.of(100L, 200L, 500L);

    static List<Suggestion> of(GiveLink link, Asset asset) {
        return MINOR.stream()
                .map(minor -> Money.ofMinor(minor, asset))
                .map(money -> new Suggestion(money.toDecimal(), money, link.path(money.toDecimal())))
                .toList();
    }
}
