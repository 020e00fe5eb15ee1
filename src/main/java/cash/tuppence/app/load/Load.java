package cash.tuppence.app.load;

import cash.tuppence.core.Money;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One run: registers people, has them send, and proves that no cent was made or lost. */
public final class Load implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SECONDS_A_LINE = 5;
    private static final int MOST_FAULTS = 20;
    private static final int RUN_DIGITS = 36;

    private final LoadPlan plan;
    private final PrintWriter output;
    private final Tallies tallies = new Tallies();
    private final Persistent persistent = new Persistent(tallies, PATIENCE);
    private final String run = Integer.toString(new SecureRandom().nextInt(Integer.MAX_VALUE), RUN_DIGITS);
    private final ApiCalls calls;

    public Load(LoadPlan plan, PrintWriter output) {
        this.plan = plan;
        this.output = output;
        calls = new ApiCalls(plan.url(), plan.concurrency());
    }

    /**
     * Does all of it, and says whether every cent is where it should be.
     *
     * @throws CannotLoad where the server is not there, or does not take the people
     */
    public boolean run() throws InterruptedException {
        List<Person> people = register();
        send(people);
        return prove(people);
    }

    List<Person> register() {
        say("%,d transfers over %d connections to %s", plan.transfers(), plan.concurrency(), plan.url());
        List<Person> people = new People(plan, calls, run).register();
        say("%d people are registered, and were given %s", people.size(), given());
        return people;
    }

    private Money given() {
        return Money.ofUnits(plan.grant().units() * plan.people(), LoadPlan.ASSET);
    }

    void send(List<Person> people) throws InterruptedException {
        Sending sending = new Sending(plan, calls, run, people, persistent, tallies);
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(plan.concurrency());
        tallies.lastAnswerNanos.set(System.nanoTime());
        long start = System.nanoTime();
        try {
            for (int i = 0; i < plan.concurrency(); i++) {
                senders.execute(() -> sendAll(sending, next));
            }
            senders.shutdown();
            while (!senders.awaitTermination(SECONDS_A_LINE, TimeUnit.SECONDS)) {
                say("  %,d of %,d, %,d a second", finished(), plan.transfers(), perSecond(start));
            }
        } finally {
            senders.shutdownNow();
        }
        report(start);
    }

    private void sendAll(Sending sending, AtomicInteger next) {
        for (int number = next.getAndIncrement(); number < plan.transfers(); number = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            sending.send(number);
        }
    }

    private void report(long start) {
        say(
                "%,d transfers in %,d ms: %,d a second",
                finished(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), perSecond(start));
        say("p50 %s, p99 %s", millis(50), millis(99));
        say("%,d refusals%s", tallies.refusalCount(), refusalsByCode());
        say(
                "asked again: told to come back %,d times, connection lost %,d times; %,d answers were replayed",
                tallies.deferred.sum(), tallies.lost.sum(), tallies.replayed.sum());
    }

    private String refusalsByCode() {
        return tallies.refusals.entrySet().stream()
                .map(refusal -> ", " + refusal.getKey() + " " + refusal.getValue())
                .collect(Collectors.joining());
    }

    private long finished() {
        return tallies.finished.sum();
    }

    private long perSecond(long start) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return TimeUnit.SECONDS.toMillis(finished()) / millis;
    }

    private String millis(int percent) {
        long micros = tallies.latencies.micros(percent);
        return "%d.%d ms".formatted(micros / 1_000, micros % 1_000 / 100);
    }

    boolean prove(List<Person> people) {
        List<String> faults = new Conservation(calls, persistent).faults(people, given());
        long unknown = tallies.unknown.sum();
        if (unknown > 0) {
            say("NOT PROVED: the server did not answer; what became of %,d requests is not known", unknown);
        }
        if (!faults.isEmpty()) {
            say("NOT CONSERVED:");
            faults.stream().limit(MOST_FAULTS).forEach(fault -> say("  %s", fault));
        }
        boolean proved = unknown == 0 && faults.isEmpty();
        if (proved) {
            say("conserved: %d wallets have %s together, and each has what was acknowledged", people.size(), given());
        }
        return proved;
    }

    private void say(String text, Object... values) {
        output.println(String.format(Locale.ROOT, text, values));
        output.flush();
    }

    @Override
    public void close() {
        calls.close();
    }
}
