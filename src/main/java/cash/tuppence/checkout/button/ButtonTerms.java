package cash.tuppence.checkout.button;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the merchant offers.
 *
 * @param amount the price of one; where the payer chooses, what is filled in first
 * @param minAmount the least, where the payer chooses
 * @param suggested amounts to choose from with one click
 * @param goal what all gifts together are to come to
 * @param maxQuantity how many one payer may buy at once
 */
public record ButtonTerms(
        ButtonKind kind,
        Asset asset,
        Optional<Money> amount,
        Optional<Money> minAmount,
        List<Money> suggested,
        Optional<Money> goal,
        int maxQuantity,
        String description,
        Optional<String> returnUrl,
        Optional<String> cancelUrl) {

    public ButtonTerms {
        suggested = List.copyOf(suggested);
    }

    /** What a payer sees and consents to: where it changed, it has to be shown again. */
    boolean asksTheSameAs(ButtonTerms other) {
        return amount.equals(other.amount)
                && minAmount.equals(other.minAmount)
                && description.equals(other.description);
    }

    /** What the payer is shown as the price: of one, or the least. A cent is the least of all. */
    public Money price() {
        return kind.isChosenByPayer() ? minAmount.orElse(Money.ofMinor(1, asset)) : amount.orElseThrow();
    }
}
