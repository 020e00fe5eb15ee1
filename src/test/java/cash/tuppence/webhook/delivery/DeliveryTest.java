package cash.tuppence.webhook.delivery;

import static cash.tuppence.webhook.delivery.WebhookFixture.SHOP;
import static cash.tuppence.webhook.delivery.WebhookFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.outbox.EventType;
import cash.tuppence.webhook.Receiver;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointState;
import cash.tuppence.webhook.outgoing.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final WebhookFixture fixture = new WebhookFixture();
    private final Receiver shop = new Receiver();
    private final DeliveryWorker worker = fixture.worker();

    @AfterEach
    void close() {
        fixture.close();
        shop.close();
    }

    @Test
    void anEventReachesItsEndpointSignedAndOnce() {
        Endpoint endpoint = fixture.endpoint(shop);
        String id = fixture.happens(EventType.CHECKOUT_PAID, "{\"id\":\"co_1\",\"note\":\"O'Hara 🪙\"}");

        fixture.deliver(worker);
        fixture.deliver(worker);

        assertThat(shop.calls()).hasSize(1);
        Receiver.Call call = shop.calls().get(0);
        assertThat(call.id()).isEqualTo(id);
        assertThat(call.timestampSeconds()).isEqualTo(START.getEpochSecond());
        assertThat(call.isSignedWith(endpoint.secret().text())).isTrue();
        assertThat(call.body())
                .isEqualTo("{\"type\":\"checkout.paid\",\"timestamp\":\"2026-11-01T12:00:00Z\",\"livemode\":true,"
                        + "\"data\":{\"id\":\"co_1\",\"note\":\"O'Hara 🪙\"}}");
        assertThat(fixture.log(endpoint)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.lastStatus()).isEqualTo(200);
            assertThat(delivery.finishedAt()).contains(START);
            assertThat(delivery.nextAttemptAt()).isEmpty();
        });
    }

    @Test
    void anEventThatWasRolledBackIsNeverSent() {
        fixture.endpoint(shop);
        assertThatThrownBy(() -> fixture.transactions.execute(session -> {
                    fixture.outbox.write(session, fixture.event(EventType.CHECKOUT_PAID, "{}"));
                    throw new IllegalStateException("the payment failed after all");
                }))
                .isInstanceOf(IllegalStateException.class);

        fixture.deliver(worker);

        assertThat(shop.calls()).isEmpty();
    }

    @Test
    void onlyThoseWhoWantToHearDo() {
        fixture.endpoint(shop);
        try (Receiver other = new Receiver()) {
            fixture.endpoints.create(SHOP, true, other.url(), List.of("refund.created"), OperationId.random());
            fixture.endpoints.create(SHOP, false, other.url(), List.of("*"), OperationId.random());
            fixture.endpoints.create(SHOP + 1, true, other.url(), List.of("*"), OperationId.random());

            fixture.happens();
            fixture.deliver(worker);

            assertThat(shop.calls()).hasSize(1);
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void aFailedAttemptIsRepeatedUnderTheSameIdAndStaysOnRecord() {
        Endpoint endpoint = fixture.endpoint(shop);
        shop.answerWith(503);
        String id = fixture.happens();

        fixture.deliver(worker);
        fixture.clock.advance(Duration.ofSeconds(4));
        fixture.deliver(worker);
        assertThat(shop.ids()).containsExactly(id);
        assertThat(fixture.again(endpoint).failingSince()).contains(START);

        shop.answerWith(201);
        fixture.clock.advance(Duration.ofSeconds(2));
        fixture.deliver(worker);

        assertThat(shop.ids()).containsExactly(id, id);
        assertThat(shop.calls())
                .allMatch(call -> call.isSignedWith(endpoint.secret().text()));
        assertThat(shop.calls().get(1).timestampSeconds()).isEqualTo(START.getEpochSecond() + 6);
        assertThat(shop.calls().get(1).body()).isEqualTo(shop.calls().get(0).body());
        assertThat(fixture.again(endpoint).failingSince()).isEmpty();
        Delivery delivery = fixture.log(endpoint).get(0);
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(fixture.deliveries.attempts(delivery))
                .extracting(Attempt::status)
                .containsExactly(503, 201);
        assertThat(fixture.deliveries.attempts(delivery))
                .extracting(Attempt::answer)
                .containsExactly("noted", "noted");
    }

    @Test
    void retriesFollowTheScheduleOverThreeDaysAndThenTheDeliveryHasFailed() {
        Endpoint endpoint = fixture.endpoint(shop);
        shop.answerWith(500);
        fixture.happens();
        fixture.deliver(worker);

        for (Duration wait : List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(18),
                Duration.ofHours(22))) {
            int before = shop.calls().size();
            fixture.clock.advance(wait.minusMillis(1));
            fixture.deliver(worker);
            assertThat(shop.calls()).as("just before %s", wait).hasSize(before);
            fixture.clock.advance(wait.dividedBy(20).plusMillis(1));
            fixture.deliver(worker);
            assertThat(shop.calls()).as("just after %s", wait).hasSize(before + 1);
        }

        assertThat(shop.calls()).hasSize(10);
        assertThat(fixture.log(endpoint)).extracting(Delivery::state).containsExactly(DeliveryState.FAILED);
        assertThat(fixture.again(endpoint).state()).isEqualTo(EndpointState.GIVEN_UP);
        assertThat(fixture.outbox.list(SHOP, true, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("webhook_endpoint.disabled");
                    assertThat(event.data())
                            .contains(endpoint.id().text(), "\"state\":\"given_up\"", "\"failing_since\":\"" + START)
                            .doesNotContain("whsec_");
                });
    }

    @Test
    void anEndpointThatIsGoneIsCalledNoMore() {
        Endpoint endpoint = fixture.endpoint(shop);
        fixture.happens();
        fixture.happens();
        fixture.fanOut.finish();
        shop.answerWith(410);

        fixture.deliver(fixture.worker(new LaneLimits(1, 1, 1, 1, 1), Duration.ofSeconds(1)));
        fixture.happens();
        fixture.clock.advance(Duration.ofDays(1));
        fixture.deliver(worker);

        assertThat(shop.calls()).hasSize(1);
        assertThat(fixture.again(endpoint).state()).isEqualTo(EndpointState.GONE);
        assertThat(fixture.log(endpoint))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.FAILED, DeliveryState.FAILED);
    }

    @Test
    void aReceiverThatDoesNotAnswerInTimeIsTriedAgain() {
        Endpoint endpoint = fixture.endpoint(shop);
        shop.fallSilent();
        fixture.happens();

        fixture.deliver(worker);

        Delivery delivery = fixture.log(endpoint).get(0);
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(delivery.nextAttemptAt().orElseThrow()).isBetween(START.plusSeconds(5), START.plusMillis(5_250));
        assertThat(fixture.deliveries.attempts(delivery))
                .extracting(Attempt::fault)
                .containsExactly(Fault.TIMED_OUT);
    }

    @Test
    void aDeliveryIsSaidAgainWhenSomebodyAsks() {
        Endpoint endpoint = fixture.endpoint(shop);
        String id = fixture.happens();
        fixture.deliver(worker);
        Delivery delivery = fixture.log(endpoint).get(0);

        Delivery pending = fixture.deliveries.redeliver(endpoint, delivery);
        fixture.deliver(worker);

        assertThat(pending.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(shop.ids()).containsExactly(id, id);
        assertThat(fixture.deliveries.attempts(delivery))
                .extracting(Attempt::number)
                .containsExactly(1, 2);
        assertThat(fixture.log(endpoint)).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void aDeliveryThatWaitsForItsRetryIsHastenedWhenSomebodyAsks() {
        Endpoint endpoint = fixture.endpoint(shop);
        shop.answerWith(500);
        fixture.happens();
        fixture.deliver(worker);
        fixture.clock.advance(Duration.ofSeconds(6));
        fixture.deliver(worker);
        shop.answerWith(200);

        fixture.deliveries.redeliver(endpoint, fixture.log(endpoint).get(0));
        fixture.deliver(worker);

        assertThat(fixture.log(endpoint)).extracting(Delivery::state).containsExactly(DeliveryState.DELIVERED);
        assertThat(shop.calls()).hasSize(3);
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        Endpoint before = fixture.endpoint(shop);
        Endpoint after = fixture.endpoints.rotateSecret(SHOP, before.id());
        fixture.happens();
        fixture.deliver(worker);
        fixture.clock.advance(Duration.ofDays(1));
        fixture.happens();
        fixture.deliver(worker);

        assertThat(after.secret()).isNotEqualTo(before.secret());
        assertThat(shop.calls())
                .allMatch(call -> call.isSignedWith(after.secret().text()));
        assertThat(shop.calls())
                .extracting(call -> call.isSignedWith(before.secret().text()))
                .containsExactly(true, false);
    }
}
