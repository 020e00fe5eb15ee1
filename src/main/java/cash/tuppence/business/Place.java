package cash.tuppence.business;

/** A member's place in the team of one business. */
public record Place(long profileId, Role role) {}
