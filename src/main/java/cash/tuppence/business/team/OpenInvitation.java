package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import java.time.Instant;

/**
 * An invitation as the team sees it.
 *
 * @param note whom it is meant for; may be empty
 * @param path of the link to hand over
 */
public record OpenInvitation(long id, Role role, String note, String inviter, Instant expiresAt, String path) {}
