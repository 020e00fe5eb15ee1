package cash.tuppence.member;

import java.util.Arrays;
import java.util.Optional;

/** How well we know whose a profile is, from least to best. Limits grow with it. */
public enum Tier {
    BASIC,
    /** The address of the person, or of one of the business's owners, is confirmed. */
    EMAIL,
    /** Who it is was checked. */
    IDENTITY;

    /** The next better one; empty for the best. */
    public Optional<Tier> next() {
        return Arrays.stream(values())
                .filter(tier -> tier.ordinal() == ordinal() + 1)
                .findFirst();
    }
}
