package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.TeamChange;
import java.time.Instant;
import java.util.Locale;

/**
 * What somebody did about a team.
 *
 * @param actor their name, null where the system did
 * @param member whom it befell, null where nobody is known
 */
public record ChangeRow(TeamChange change, String actor, String member, Role role, Instant at) {
    /** For the template. */
    public String what() {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
