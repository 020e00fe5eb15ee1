package cash.tuppence.checkout;

import java.time.Instant;
import java.util.Optional;

/** What a row of {@code checkouts} says of its cancellation. */
record CancellationRow(Instant canceledAt, Long canceledByOrNull) {
    static CancellationRow of(Cancellation cancellation) {
        return new CancellationRow(
                cancellation.at(), cancellation.by().memberId().orElse(null));
    }

    Cancellation toCancellation() {
        return new Cancellation(canceledAt, new Canceler(Optional.ofNullable(canceledByOrNull)));
    }
}
