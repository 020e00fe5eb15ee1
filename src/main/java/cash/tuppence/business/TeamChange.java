package cash.tuppence.business;

import cash.tuppence.trail.Verb;

/** What can become of a team. */
public enum TeamChange {
    FOUNDED(Verb.TEAM_FOUNDED, false),
    INVITED(Verb.TEAM_INVITED, false),
    WITHDRAWN(Verb.TEAM_WITHDRAWN, true),
    JOINED(Verb.TEAM_JOINED, false),
    ROLE(Verb.TEAM_ROLE, false),
    REMOVED(Verb.TEAM_REMOVED, true),
    LEFT(Verb.TEAM_LEFT, true);

    private final Verb verb;
    private final boolean ends;

    TeamChange(Verb verb, boolean ends) {
        this.verb = verb;
        this.ends = ends;
    }

    /** How the trail calls it. */
    Verb verb() {
        return verb;
    }

    /** Whether the role was theirs until then, and is not any more. */
    boolean ends() {
        return ends;
    }
}
