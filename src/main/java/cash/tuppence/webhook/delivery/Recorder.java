package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.endpoint.EndpointMapper;
import cash.tuppence.webhook.endpoint.EndpointNews;
import cash.tuppence.webhook.endpoint.EndpointState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what came of attempts. Doing so twice changes nothing, since an answer to COMMIT can be lost; and a late
 * failure does not undo what another node, which took the delivery up after this one's lease, made of it.
 */
final class Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final RetrySchedule schedule;
    private final EndpointNews news;

    Recorder(RetrySchedule schedule, EndpointNews news) {
        this.schedule = schedule;
        this.news = news;
    }

    void record(SqlSession session, List<Finished> finished, Instant now) {
        if (finished.isEmpty()) {
            return;
        }
        DeliveryMapper deliveries = session.getMapper(DeliveryMapper.class);
        deliveries.insertAttempts(finished);
        recordSuccesses(deliveries, finished, now);
        finished.stream()
                .filter(attempt -> !attempt.answer().isSuccess())
                .forEach(attempt -> recordFailure(deliveries, attempt, now));
        recordHealth(session, finished, now);
    }

    private static void recordSuccesses(DeliveryMapper deliveries, List<Finished> finished, Instant now) {
        List<Long> delivered = finished.stream()
                .filter(attempt -> attempt.answer().isSuccess())
                .map(attempt -> attempt.due().deliveryId())
                .sorted()
                .toList();
        if (!delivered.isEmpty()) {
            deliveries.finish(delivered, DeliveryState.DELIVERED, now);
            deliveries.dequeue(delivered);
        }
    }

    private void recordFailure(DeliveryMapper deliveries, Finished attempt, Instant now) {
        Due due = attempt.due();
        int failures = due.failures() + 1;
        boolean isLast = attempt.answer().isGone() || due.isPing();
        Optional<Duration> wait = isLast ? Optional.empty() : schedule.waitAfter(failures);
        if (wait.isPresent()) {
            deliveries.reschedule(due.deliveryId(), due.attempt(), failures, now.plus(wait.get()));
        } else if (deliveries.dequeueClaimed(due.deliveryId(), due.attempt()) == 1) {
            deliveries.finish(List.of(due.deliveryId()), DeliveryState.FAILED, now);
        }
    }

    private void recordHealth(SqlSession session, List<Finished> finished, Instant now) {
        EndpointMapper endpoints = session.getMapper(EndpointMapper.class);
        Set<Long> answered = endpointsOf(finished, attempt -> attempt.answer().isSuccess());
        Set<Long> gone = endpointsOf(finished, attempt -> attempt.answer().isGone());
        Set<Long> failed = endpointsOf(finished, attempt -> !answered.contains(attempt.endpointId()));
        Set<Long> recovered = endpointsOf(
                finished, attempt -> attempt.wasFailing() && attempt.answer().isSuccess());
        if (!recovered.isEmpty()) {
            endpoints.answered(recovered);
        }
        gone.forEach(id -> switchOff(session, id, EndpointState.GONE));
        if (!failed.isEmpty()) {
            endpoints.failed(failed, now);
            endpoints
                    .lockHopeless(failed, now.minus(PATIENCE))
                    .forEach(id -> switchOff(session, id, EndpointState.GIVEN_UP));
        }
    }

    private void switchOff(SqlSession session, long endpointId, EndpointState state) {
        EndpointMapper endpoints = session.getMapper(EndpointMapper.class);
        if (endpoints.changeState(endpointId, EndpointState.ENABLED, state) == 1) {
            news.disabled(session, endpointId);
            LOG.info("endpoint {} is called no more: {}", endpointId, state);
        }
    }

    /** Sorted, so that two nodes lock them in the same order. */
    private static Set<Long> endpointsOf(List<Finished> finished, Predicate<Finished> which) {
        return finished.stream().filter(which).map(Finished::endpointId).collect(Collectors.toCollection(TreeSet::new));
    }
}
