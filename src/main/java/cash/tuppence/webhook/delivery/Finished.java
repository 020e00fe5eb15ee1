package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.outgoing.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * An attempt that is over and has yet to be recorded.
 *
 * @param wasFailing whether its endpoint was known to fail when it was taken up
 * @param signatures with which it went out
 */
record Finished(Due due, boolean wasFailing, Instant startedAt, String url, String signatures, Answer answer) {

    long endpointId() {
        return due.endpointId();
    }

    boolean isSuccessWithin(Duration time) {
        return answer.isSuccess() && answer.tookMillis() <= time.toMillis();
    }
}
