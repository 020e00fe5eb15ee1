package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.util.Optional;

/**
 * What came of a button so far.
 *
 * @param stock how many are left; empty where nobody counts
 * @param sold how many were sold
 * @param collected what all payments came to, less what was given back of them
 */
public record Tally(Optional<Long> stock, long sold, long payments, Money collected) {
    static Tally start(Optional<Long> stock, Asset asset) {
        return new Tally(stock, 0, 0, Money.zero(asset));
    }

    public boolean hasLeft(long quantity) {
        return stock.isEmpty() || stock.get() >= quantity;
    }

    Tally with(long quantity, Money amount) {
        return new Tally(stock.map(left -> left - quantity), sold + quantity, payments + 1, collected.plus(amount));
    }

    Tally less(Money givenBack) {
        return new Tally(stock, sold, payments, collected.minus(givenBack));
    }

    Tally withStock(Optional<Long> next) {
        return new Tally(next, sold, payments, collected);
    }
}
