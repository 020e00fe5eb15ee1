package cash.tuppence.member.picture;

/** A row of {@code pictures}. */
record PictureRow(byte[] version, byte[] png) {}
