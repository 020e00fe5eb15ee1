package cash.tuppence.member;

/** A confirmed address, and the profile of the member to whom it belongs. */
record EmailOwnerRow(String email, long profileId) {}
