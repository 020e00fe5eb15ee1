package cash.tuppence.business;

/** What can become of a team. */
public enum TeamChange {
    FOUNDED,
    INVITED,
    WITHDRAWN,
    JOINED,
    ROLE,
    REMOVED,
    LEFT
}
