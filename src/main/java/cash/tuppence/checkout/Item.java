package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import java.util.Optional;

/**
 * A line of what is being bought, for the payer to read. Lines need not add up to the checkout's amount: that alone is
 * what is paid.
 *
 * @param amount of the whole line
 */
public record Item(String name, int quantity, Optional<Money> amount) {}
