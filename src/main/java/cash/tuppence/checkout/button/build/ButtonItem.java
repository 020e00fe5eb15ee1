package cash.tuppence.checkout.button.build;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.Tally;
import cash.tuppence.core.Money;

/**
 * A button as its merchant's people see it.
 *
 * @param price of one, or the least
 * @param stock how many are left; null where nobody counts
 */
public record ButtonItem(
        String id,
        String kind,
        String state,
        boolean livemode,
        String description,
        Money price,
        Long stock,
        long sold,
        long payments,
        Money collected,
        Money goal) {
    static ButtonItem of(Button button) {
        Tally tally = button.tally();
        return new ButtonItem(
                button.id().text(),
                button.terms().kind().publicName(),
                button.state().publicName(),
                button.livemode(),
                button.terms().description(),
                button.terms().price(),
                tally.stock().orElse(null),
                tally.sold(),
                tally.payments(),
                tally.collected(),
                button.terms().goal().orElse(null));
    }
}
