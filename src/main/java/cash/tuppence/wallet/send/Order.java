package cash.tuppence.wallet.send;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.wallet.Sides;
import java.time.Duration;

/**
 * What somebody wants to hand over.
 *
 * @param kind where the recipient is known; for anybody else it is a gift
 * @param held whether it is only reserved until its sender posts or voids it
 * @param patience how long what is held, or waits for somebody, does so
 */
public record Order(
        Kind kind, Sender sender, Recipient recipient, Money amount, Details details, boolean held, Duration patience) {
    private static final Duration PATIENCE = Duration.ofDays(30);

    /** At once, or where nobody is there yet, waiting for thirty days. */
    public static Order now(Kind kind, Sender sender, Recipient recipient, Money amount, Details details) {
        return new Order(kind, sender, recipient, amount, details, false, PATIENCE);
    }

    public Sides sides() {
        return new Sides(sender.party(), recipient.party(), sender.actor());
    }
}
