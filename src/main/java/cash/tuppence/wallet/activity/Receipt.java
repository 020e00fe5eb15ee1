package cash.tuppence.wallet.activity;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Sides;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A receipt, as its template takes it; null is what it leaves out.
 *
 * @param direction {@code in}, {@code out}, or empty for someone on neither side
 * @param amount what moved, or what is to move
 */
public record Receipt(
        String id,
        String direction,
        String state,
        Money amount,
        Name sender,
        Name recipient,
        String actedBy,
        String message,
        String visibility,
        Instant createdAt,
        Instant expiresAt) {

    /** A side's name, and its handle or null. */
    public record Name(String name, String handle) {
        static Name of(Party party) {
            return new Name(party.name(), party.hasHandle() ? party.handle() : null);
        }
    }

    /**
     * @param reader the profile of whoever reads it, where they are signed in
     */
    static Receipt of(TransferRow transfer, Sides sides, Optional<Long> reader) {
        return new Receipt(
                transfer.publicId().text(),
                direction(transfer, reader),
                transfer.state().name().toLowerCase(Locale.ROOT),
                transfer.amountPosted().isPositive() ? transfer.amountPosted() : transfer.amount(),
                Name.of(sides.sender()),
                Name.of(sides.recipient()),
                actedBy(sides),
                transfer.message(),
                transfer.visibility().name().toLowerCase(Locale.ROOT),
                transfer.createdAt(),
                transfer.expiresAt().orElse(null));
    }

    private static String direction(TransferRow transfer, Optional<Long> reader) {
        long profileId = reader.orElse(-1L);
        if (transfer.debitOwnerId() == profileId) {
            return "out";
        }
        return transfer.creditOwnerId().filter(owner -> owner == profileId).isPresent() ? "in" : "";
    }

    /** Only said where somebody acted for somebody else. */
    private static String actedBy(Sides sides) {
        return sides.actor()
                .filter(actor -> actor.profileId() != sides.sender().profileId())
                .map(Party::name)
                .orElse(null);
    }
}
