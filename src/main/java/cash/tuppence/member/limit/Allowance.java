package cash.tuppence.member.limit;

import cash.tuppence.member.ProfileKind;
import cash.tuppence.member.Tier;
import java.util.List;
import java.util.Locale;

/**
 * What somebody may hold and send at most, and how much of it is used.
 *
 * @param next what it would be one tier higher; empty at the highest
 */
public record Allowance(ProfileKind kind, Tier tier, List<Meter> meters, List<Meter> next) {
    /** Which words tell how to raise it, such as {@code person-basic}. */
    public String step() {
        return (kind + "-" + tier).toLowerCase(Locale.ROOT);
    }
}
