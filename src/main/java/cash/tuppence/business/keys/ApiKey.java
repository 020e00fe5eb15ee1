package cash.tuppence.business.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who a secret key speaks for, and what it may be used for.
 *
 * @param profileId the business
 * @param livemode false where it moves play money only
 * @param permissions as they stand in the table
 * @param expiresAt null where it lasts until it is revoked
 */
public record ApiKey(long id, long profileId, boolean livemode, String permissions, Instant expiresAt) {
    Set<KeyPermission> granted() {
        return KeyPermission.parse(permissions);
    }

    boolean isOver(Instant now) {
        return Optional.ofNullable(expiresAt).filter(end -> !now.isBefore(end)).isPresent();
    }
}
