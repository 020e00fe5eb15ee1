package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the merchant asked for; it never changes.
 *
 * @param amount in whole smallest coins
 * @param reference the merchant's own name for it, or empty
 * @param customerEmail the customer's address as the merchant has it, in the form of {@link cash.tuppence.member.Emails}
 * @param metadata the merchant's own JSON object, which travels along unread
 */
public record Terms(
        Money amount,
        Capture capture,
        String description,
        String reference,
        Optional<String> customerEmail,
        List<Item> items,
        Optional<String> metadata,
        String returnUrl,
        Optional<String> cancelUrl) {

    public Terms {
        items = List.copyOf(items);
    }

    /** Where a payer goes who did not pay. */
    public String urlAfterCancel() {
        return cancelUrl.orElse(returnUrl);
    }
}
