package cash.tuppence.member.picture;

/** Which picture a profile has. */
record VersionRow(byte[] version) {}
