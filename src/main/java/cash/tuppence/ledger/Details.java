package cash.tuppence.ledger;

import java.util.Optional;

/**
 * What a transfer says beside its amount.
 *
 * @param actorId the member who acted, or 0 for the system
 * @param message at most 280 characters
 * @param metadata the requester's own JSON, which travels with the transfer unread
 */
public record Details(long actorId, String message, Visibility visibility, Optional<String> metadata) {
    /** What the system does by itself. */
    public static Details bySystem(String message) {
        return new Details(0, message, Visibility.PRIVATE, Optional.empty());
    }

    public static Details by(long actorId, String message, Visibility visibility) {
        return new Details(actorId, message, visibility, Optional.empty());
    }
}
