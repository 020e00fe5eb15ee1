package cash.tuppence.member.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token that is not revoked, and whose it is.
 *
 * @param expiresAt null where it lasts until it is revoked
 */
record AccessTokenRow(long id, long memberId, long profileId, boolean operator, String scopes, Instant expiresAt) {
    /** A token that was made for an operator does no more than others once its owner is none. */
    Caller toCaller() {
        Set<Scope> known = Arrays.stream(scopes.split(" "))
                .map(Scope::find)
                .flatMap(Optional::stream)
                .filter(scope -> operator || !Scope.OPERATORS.contains(scope))
                .collect(Collectors.toSet());
        return Caller.member(profileId, memberId, known);
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
