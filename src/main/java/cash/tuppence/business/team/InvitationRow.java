package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import java.time.Instant;

/**
 * An invitation that may still be used.
 *
 * @param inviter the name of the member who made it
 */
record InvitationRow(
        long id,
        long profileId,
        Role role,
        String note,
        byte[] sealedToken,
        long madeBy,
        String inviter,
        Instant expiresAt) {}
