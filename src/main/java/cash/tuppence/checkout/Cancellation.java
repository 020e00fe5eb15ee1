package cash.tuppence.checkout;

import java.time.Instant;

/** When a checkout was canceled that nobody had paid, and by whom. */
public record Cancellation(Instant at, Canceler by) {}
