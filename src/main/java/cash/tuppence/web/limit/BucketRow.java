package cash.tuppence.web.limit;

/** A row of {@code rate_limits}. */
record BucketRow(byte[] state) {}
