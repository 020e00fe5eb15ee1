package cash.tuppence.checkout;

import cash.tuppence.core.Money;
import java.util.Optional;

/**
 * A line of what is being bought, for the payer to read. Where every line has an amount, all of them add up with their
 * taxes to what is paid.
 *
 * @param amount of the whole line, without its tax
 * @param tax on the line, where the merchant names it apart
 */
public record Item(String name, int quantity, Optional<Money> amount, Optional<Money> tax) {
    public Item(String name, int quantity, Optional<Money> amount) {
        this(name, quantity, amount, Optional.empty());
    }
}
