package cash.tuppence.checkout.button;

import cash.tuppence.core.Money;
import java.util.List;

/** What a merchant writes of a button, by program or by form: what was left out is null. */
public record ButtonBody(
        String kind,
        String state,
        String currency,
        Cash amount,
        Cash minAmount,
        List<Cash> suggested,
        Cash goal,
        Integer maxQuantity,
        Long stock,
        String description,
        String returnUrl,
        String cancelUrl) {

    public record Cash(String amount, String currency) {
        static Cash of(Money money) {
            return new Cash(money.toDecimal(), money.asset().code());
        }
    }

    /** The button as it stands: what a merchant changes is laid over it. */
    static ButtonBody of(Button button) {
        ButtonTerms terms = button.terms();
        return new ButtonBody(
                terms.kind().publicName(),
                button.state().publicName(),
                terms.asset().code(),
                terms.amount().map(Cash::of).orElse(null),
                terms.minAmount().map(Cash::of).orElse(null),
                terms.suggested().stream().map(Cash::of).toList(),
                terms.goal().map(Cash::of).orElse(null),
                terms.maxQuantity(),
                button.tally().stock().orElse(null),
                terms.description(),
                terms.returnUrl().orElse(null),
                terms.cancelUrl().orElse(null));
    }
}
