package cash.tuppence.checkout;

import java.util.Optional;

/**
 * Who cancels a checkout.
 *
 * @param memberId of the business's member, or 0 for its program; empty for the payer
 */
public record Canceler(Optional<Long> memberId) {
    public static final Canceler PAYER = new Canceler(Optional.empty());

    /**
     * @param memberId the member who acts, or 0 for a program
     */
    public static Canceler merchant(long memberId) {
        return new Canceler(Optional.of(memberId));
    }
}
