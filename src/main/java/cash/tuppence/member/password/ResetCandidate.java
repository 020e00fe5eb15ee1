package cash.tuppence.member.password;

/**
 * Whoever signs in with an address.
 *
 * @param confirmed whether they showed that they read its mail
 */
record ResetCandidate(long memberId, boolean confirmed) {}
