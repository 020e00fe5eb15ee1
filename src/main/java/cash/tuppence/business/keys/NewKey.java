package cash.tuppence.business.keys;

import java.util.Set;

/**
 * A key that is to be made.
 *
 * @param name what the team calls it; may be empty
 * @param madeBy the member, or 0 for the system
 */
public record NewKey(long profileId, boolean livemode, String name, Set<KeyPermission> permissions, long madeBy) {
    public NewKey {
        permissions = Set.copyOf(permissions);
    }
}
