package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.outgoing.Answer;
import java.time.Duration;
import java.time.Instant;

/** An attempt that is over and has yet to be recorded. */
record Finished(Due due, Instant startedAt, Answer answer) {

    long endpointId() {
        return due.endpointId();
    }

    boolean isSuccessWithin(Duration time) {
        return answer.isSuccess() && answer.tookMillis() <= time.toMillis();
    }
}
