package cash.tuppence.member.api;

/** A token that is not revoked, by its number, and the member who has it. */
record OwnedToken(long id, long memberId) {}
