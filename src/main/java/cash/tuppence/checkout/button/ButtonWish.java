package cash.tuppence.checkout.button;

import java.util.Optional;

/**
 * How a merchant wants a button to be.
 *
 * @param stock how many are left to sell; empty where nobody counts
 */
public record ButtonWish(ButtonState state, ButtonTerms terms, Optional<Long> stock) {}
