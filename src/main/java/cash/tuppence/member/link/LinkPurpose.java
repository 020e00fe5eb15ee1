package cash.tuppence.member.link;

import java.time.Duration;

/** What a one-time link is for, and how long it is good. */
public enum LinkPurpose {
    /** Shows that the address which a member signed up with is theirs. */
    CONFIRM_EMAIL(Duration.ofDays(3)),
    /** The same of the address which they want from now on. */
    CHANGE_EMAIL(Duration.ofDays(1)),
    /** Takes a change of address back; sent to the one before. Long, for somebody who is on a journey. */
    UNDO_EMAIL(Duration.ofDays(14)),
    RESET_PASSWORD(Duration.ofMinutes(30));

    private final Duration goodFor;

    LinkPurpose(Duration goodFor) {
        this.goodFor = goodFor;
    }

    public Duration goodFor() {
        return goodFor;
    }
}
