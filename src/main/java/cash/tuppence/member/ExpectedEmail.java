package cash.tuppence.member;

import java.util.Optional;

/** The address that somebody who signs up or in is likely to type, from where they are going on to. */
@FunctionalInterface
public interface ExpectedEmail {
    /**
     * Says nothing of whether there is such a member: it must come from elsewhere.
     *
     * @param next a path of ours
     */
    Optional<String> of(String next);
}
