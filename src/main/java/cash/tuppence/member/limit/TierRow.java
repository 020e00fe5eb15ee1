package cash.tuppence.member.limit;

import cash.tuppence.member.ProfileKind;
import cash.tuppence.member.Tier;

/** How well we know whose that profile is. */
record TierRow(ProfileKind kind, Tier tier) {}
