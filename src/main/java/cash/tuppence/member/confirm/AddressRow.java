package cash.tuppence.member.confirm;

/**
 * Who signs in with an address.
 *
 * @param email empty where they have none
 */
record AddressRow(long memberId, long profileId, String email, boolean confirmed) {}
