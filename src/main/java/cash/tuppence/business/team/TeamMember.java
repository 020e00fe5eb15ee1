package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import java.time.Instant;

/** Somebody in a team. */
public record TeamMember(long memberId, String name, String handle, Role role, Instant joinedAt) {}
