package cash.tuppence.member.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A token that is not revoked, and whose it is. */
record AccessTokenRow(long memberId, long profileId, String scopes) {
    Caller toCaller() {
        Set<Scope> known = Arrays.stream(scopes.split(" "))
                .map(Scope::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Caller(profileId, memberId, Caller.Mode.LIVE, known);
    }
}
