package cash.tuppence.business.connect;

import cash.tuppence.business.keys.KeyPermission;
import java.util.Set;

/**
 * What a member agreed to, until the program comes for its key.
 *
 * @param memberId who agreed
 * @param permissions as they stand in the table
 * @param challenge 32 bytes
 */
record ConnectCode(
        long id,
        long profileId,
        long memberId,
        boolean livemode,
        String name,
        String permissions,
        String returnUrl,
        byte[] challenge) {
    Set<KeyPermission> granted() {
        return KeyPermission.parse(permissions);
    }
}
