package cash.tuppence.app.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends one transfer, ends it where it is a hold, and writes down what was acknowledged. */
final class Sending {
    private static final String TRANSFERS = "/api/v1/transfers";
    private static final long HOLD_SECONDS = 3_600;

    private final LoadPlan plan;
    private final ApiCalls calls;
    private final String run;
    private final List<Person> people;
    private final Persistent persistent;
    private final Tallies tallies;

    Sending(LoadPlan plan, ApiCalls calls, String run, List<Person> people, Persistent persistent, Tallies tallies) {
        this.plan = plan;
        this.calls = calls;
        this.run = run;
        this.people = people;
        this.persistent = persistent;
        this.tallies = tallies;
    }

    void send(int number) {
        LoadPlan.Order order = plan.order(number);
        long start = System.nanoTime();
        Optional<Answered> answered = ask(order, TRANSFERS, "", body(order));
        tallies.latencies.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        answered.ifPresent(answer -> {
            if (plan.hold()) {
                settle(order, answer.json().get("id").asString());
            } else {
                sender(order).moved(order.amount(), recipient(order));
            }
        });
        tallies.finished.increment();
    }

    private Map<String, ?> body(LoadPlan.Order order) {
        Map<String, Object> body = new HashMap<>();
        body.put("recipient", "@" + recipient(order).handle());
        body.put("amount", People.money(order.amount()));
        if (plan.hold()) {
            body.put("mode", "hold");
            body.put("expires_in_seconds", HOLD_SECONDS);
        }
        return body;
    }

    private void settle(LoadPlan.Order order, String transfer) {
        String path = TRANSFERS + "/" + transfer;
        switch (order.settling()) {
            case POST ->
                ask(order, path + "/post", "-post", Map.of())
                        .ifPresent(answer -> sender(order).moved(order.amount(), recipient(order)));
            case POST_PART ->
                ask(order, path + "/post", "-post", Map.of("amount", People.money(order.part())))
                        .ifPresent(answer -> sender(order).moved(order.part(), recipient(order)));
            case VOID -> ask(order, path + "/void", "-void", Map.of());
            case LEAVE -> sender(order).left(order.amount());
        }
    }

    /** What was acknowledged; empty where it was refused, or nobody knows. */
    private Optional<Answered> ask(LoadPlan.Order order, String path, String step, Map<String, ?> body) {
        String key = "load-" + run + "-" + order.number() + step;
        Optional<Answered> answered =
                persistent.ask(() -> calls.post(path, sender(order).token(), key, body));
        answered.filter(answer -> !answer.isDone()).ifPresent(answer -> tallies.refused(answer.code()));
        return answered.filter(Answered::isDone);
    }

    private Person sender(LoadPlan.Order order) {
        return people.get(order.from());
    }

    private Person recipient(LoadPlan.Order order) {
        return people.get(order.to());
    }
}
