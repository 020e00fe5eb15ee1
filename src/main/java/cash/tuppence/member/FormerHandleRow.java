package cash.tuppence.member;

/** A handle that was given up and leads on, and to whom. */
record FormerHandleRow(String handle, long profileId) {}
