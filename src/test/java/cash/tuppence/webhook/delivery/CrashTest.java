package cash.tuppence.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.FanOut;
import cash.tuppence.webhook.Receiver;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.outgoing.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that die at the worst moments, and several at once. */
class CrashTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final WebhookFixture fixture = new WebhookFixture();
    private final Receiver shop = new Receiver();
    private final Endpoint endpoint = fixture.endpoint(shop);

    @AfterEach
    void close() {
        fixture.close();
        shop.close();
    }

    @Test
    void whatWasCommittedBeforeANodeDiedIsDeliveredByAnother() {
        List<String> ids =
                IntStream.range(0, 20).mapToObj(i -> fixture.happens()).toList();

        fixture.deliver(fixture.worker());

        assertThat(shop.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatADeadNodeHadTakenUpIsDeliveredWhenItsLeaseEnds() {
        String id = fixture.happens();
        assertThat(fixture.takeUpAndDie()).hasSize(1);
        DeliveryWorker second = fixture.worker();

        fixture.clock.advance(LEASE.minusMillis(1));
        fixture.deliver(second);
        assertThat(shop.calls()).isEmpty();

        fixture.clock.advance(Duration.ofMillis(1));
        fixture.deliver(second);
        assertThat(shop.ids()).containsExactly(id);
        assertThat(fixture.log(endpoint)).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void whatWasSentAndNotRecordedIsSentAgainUnderTheSameId() {
        String id = fixture.happens();
        try (Sender sender = fixture.sender(Duration.ofSeconds(1))) {
            fixture.takeUpAndDie().forEach(leased -> leased.send(sender, fixture.clock.instant()));
        }

        fixture.clock.advance(LEASE);
        fixture.deliver(fixture.worker());

        assertThat(shop.ids()).containsExactly(id, id);
    }

    @Test
    void aLateSuccessOfTheFirstHolderCountsAndALateFailureDoesNot() {
        fixture.happens();
        fixture.happens();
        try (Sender sender = fixture.sender(Duration.ofSeconds(1))) {
            List<Leased> first = fixture.takeUpAndDie();
            Finished success = first.get(0).send(sender, fixture.clock.instant());
            shop.answerWith(500);
            Finished failure = first.get(1).send(sender, fixture.clock.instant());
            fixture.clock.advance(LEASE);
            List<Leased> second = fixture.takeUpAndDie();
            assertThat(second).hasSize(2);

            fixture.round().recordOnly(List.of(success, failure));
            shop.answerWith(200);
            List<Finished> answers = new ArrayList<>();
            second.forEach(leased -> answers.add(leased.send(sender, fixture.clock.instant())));
            fixture.round().recordOnly(answers);
        }

        assertThat(fixture.log(endpoint))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.DELIVERED);
        assertThat(fixture.log(endpoint)).extracting(Delivery::attempts).containsExactly(2, 2);
    }

    @Test
    void recordingTwiceAfterALostCommitChangesNothing() {
        fixture.happens();
        shop.answerWith(500);
        try (Sender sender = fixture.sender(Duration.ofSeconds(1))) {
            Finished failure = fixture.takeUpAndDie().get(0).send(sender, fixture.clock.instant());
            fixture.round().recordOnly(List.of(failure));
            Delivery once = fixture.log(endpoint).get(0);
            fixture.round().recordOnly(List.of(failure));

            assertThat(fixture.log(endpoint).get(0).attempts()).isEqualTo(1);
            assertThat(once.state()).isEqualTo(DeliveryState.PENDING);
        }
    }

    @Test
    void severalNodesAtOnceDeliverEachOnce() {
        List<String> ids = new ArrayList<>();
        fixture.transactions.execute(session -> IntStream.range(0, 1_500).forEach(i -> {
            var event = fixture.event(EventType.CHECKOUT_PAID, "{}");
            fixture.outbox.write(session, event);
            ids.add(event.id().text());
        }));

        CompletableFuture<?>[] nodes = IntStream.range(0, 3)
                .mapToObj(i -> {
                    DeliveryWorker worker = fixture.worker();
                    FanOut fanOut = new FanOut(
                            fixture.transactions,
                            List.of(new Enqueue(
                                    fixture.rows, fixture.keys, fixture.clock, WebhookFixture.queueOnly())));
                    return CompletableFuture.runAsync(() -> {
                        fanOut.finish();
                        worker.finish();
                    });
                })
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        fixture.deliver(fixture.worker());

        assertThat(shop.ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(fixture.log(endpoint)).allMatch(delivery -> delivery.state() == DeliveryState.DELIVERED);
    }

    @Test
    void aWorkerThatIsClosedRecordsWhatItHadSent() {
        fixture.happens();
        fixture.fanOut.finish();
        DeliveryWorker worker = fixture.worker();
        worker.work();

        worker.close();

        assertThat(shop.calls()).hasSize(1);
        assertThat(fixture.log(endpoint)).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
    }
}
