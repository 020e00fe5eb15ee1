package cash.tuppence.checkout.button;

import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;

/**
 * What a payer consents to.
 *
 * @param button as it was read; what never changes of it counts
 * @param checkout the id of the checkout to be: whoever sends it twice pays once
 * @param revision of the button as it was shown
 * @param total for all of them
 * @param reference the linking page's own; may be empty
 * @param message the payer's; may be empty
 */
public record Purchase(
        Button button, PublicId checkout, int revision, long quantity, Money total, String reference, String message) {}
