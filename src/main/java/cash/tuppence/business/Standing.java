package cash.tuppence.business;

import cash.tuppence.member.ProfileState;

/** A member's role in a business, and how the business stands. */
public record Standing(Role role, ProfileState state) {}
