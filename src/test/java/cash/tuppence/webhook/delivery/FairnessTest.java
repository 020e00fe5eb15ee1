package cash.tuppence.webhook.delivery;

import static cash.tuppence.webhook.delivery.WebhookFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.outbox.FanOut;
import cash.tuppence.outbox.Jobs;
import cash.tuppence.webhook.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static final int EVENTS = 200;
    private static final Duration DEAD_AFTER = Duration.ofSeconds(8);

    private final WebhookFixture fixture = new WebhookFixture();
    private final Receiver living = new Receiver();
    private final Receiver dead = new Receiver();

    @AfterEach
    void close() {
        dead.close();
        living.close();
        fixture.close();
    }

    @Test
    void aDeadEndpointDoesNotDelayALivingOne() throws InterruptedException {
        fixture.endpoint(dead);
        fixture.endpoint(living);
        dead.fallSilent();
        try (Jobs jobs = new Jobs(2)) {
            DeliveryWorker worker =
                    fixture.worker(LaneLimits.DEFAULT, DEAD_AFTER, () -> jobs.wake(DeliveryWorker.NAME));
            jobs.add(worker);
            jobs.add(new FanOut(
                    fixture.transactions, List.of(new Enqueue(fixture.rows, fixture.keys, fixture.clock, worker))));
            jobs.start();
            long start = System.nanoTime();

            List<String> ids = IntStream.range(0, EVENTS)
                    .mapToObj(i -> {
                        String id = fixture.happens();
                        jobs.wake(FanOut.NAME);
                        return id;
                    })
                    .toList();
            living.await(EVENTS, DEAD_AFTER);

            assertThat(living.ids()).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(DEAD_AFTER.toMillis());
            assertThat(dead.calls()).hasSizeLessThanOrEqualTo(LaneLimits.DEFAULT.widest());
            dead.close();
        }
    }

    /** How soon is measured by {@code script/bench callbacks}; here, that nobody waits for the dead one's time to be over. */
    @Test
    void oneDeadAmongTenDelaysNoneOfTheNine() throws InterruptedException {
        List<Receiver> nine = Stream.generate(Receiver::new).limit(9).toList();
        fixture.endpoint(dead);
        nine.forEach(fixture::endpoint);
        dead.fallSilent();
        try (Jobs jobs = new Jobs(2)) {
            DeliveryWorker worker =
                    fixture.worker(LaneLimits.DEFAULT, DEAD_AFTER, () -> jobs.wake(DeliveryWorker.NAME));
            jobs.add(worker);
            jobs.add(new FanOut(
                    fixture.transactions, List.of(new Enqueue(fixture.rows, fixture.keys, fixture.clock, worker))));
            jobs.start();
            long start = System.nanoTime();

            List<String> ids =
                    IntStream.range(0, 20).mapToObj(i -> fixture.happens()).toList();
            jobs.wake(FanOut.NAME);
            for (Receiver one : nine) {
                one.await(ids.size(), DEAD_AFTER);
            }

            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(DEAD_AFTER.toMillis());
            assertThat(nine).allSatisfy(one -> assertThat(one.ids()).containsExactlyInAnyOrderElementsOf(ids));
            assertThat(dead.calls()).hasSizeLessThanOrEqualTo(LaneLimits.DEFAULT.first());
            dead.close();
        } finally {
            nine.forEach(Receiver::close);
        }
    }

    @Test
    void anEndpointThatFailedHasFewSendersUntilItAnswersAgain() {
        Lanes lanes = new Lanes(new LaneLimits(10, 6, 6, 2, 3));
        lanes.begin(1);
        lanes.end(1, false);
        lanes.begin(2);
        lanes.end(2, false);

        assertThat(lanes.freeFor(1)).isEqualTo(2);
        lanes.begin(1);
        lanes.begin(1);
        assertThat(lanes.freeFor(1)).isZero();
        assertThat(lanes.freeFor(2)).isEqualTo(1);
        assertThat(lanes.freeFor(3)).isEqualTo(6);

        lanes.end(1, true);
        assertThat(lanes.freeFor(1)).isEqualTo(5);
        assertThat(lanes.free()).isEqualTo(9);
    }

    @Test
    void aBusyEndpointGetsMoreTheMoreItAnswersAndAQuietOneDoesNot() {
        Lanes lanes = new Lanes(new LaneLimits(100, 2, 5, 1, 1));
        lanes.begin(1);
        lanes.end(1, true);
        assertThat(lanes.freeFor(1)).isEqualTo(2);

        lanes.begin(1);
        lanes.begin(1);
        lanes.end(1, true);
        assertThat(lanes.freeFor(1)).isEqualTo(3);
        lanes.begin(1);
        lanes.begin(1);
        lanes.begin(1);
        lanes.end(1, true);
        assertThat(lanes.freeFor(1)).isEqualTo(2);

        lanes.end(1, false);
        assertThat(lanes.freeFor(1)).isZero();
    }

    @Test
    void placesThatWereTakenForNothingAreGivenBack() {
        Lanes lanes = new Lanes(new LaneLimits(4, 2, 2, 1, 1));
        Places places = new Places(lanes);

        assertThat(places.takeAtOnce(SHOP)).isTrue();
        assertThat(places.takeAll(SHOP)).isEqualTo(1);
        assertThat(lanes.freeFor(SHOP)).isZero();

        places.giveBack();
        assertThat(lanes.freeFor(SHOP)).isEqualTo(2);
        assertThat(lanes.isIdle()).isTrue();
    }

    @Test
    void nothingOvertakesWhatWaits() {
        Lanes lanes = new Lanes(new LaneLimits(4, 1, 1, 1, 1));
        Places first = new Places(lanes);

        assertThat(first.takeAtOnce(SHOP)).isTrue();
        assertThat(first.takeAtOnce(SHOP)).isFalse();
        lanes.end(SHOP, true);
        assertThat(new Places(lanes).takeAtOnce(SHOP)).isFalse();

        Places round = new Places(lanes);
        round.leave(SHOP, round.takeAll(SHOP));
        assertThat(lanes.hasBacklog()).isFalse();
        assertThat(new Places(lanes).takeAtOnce(SHOP)).isTrue();
    }
}
