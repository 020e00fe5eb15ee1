package cash.tuppence.business.card;

/** A row of {@code pictures}. */
record MarkRow(byte[] version, byte[] png) {}
