package cash.tuppence.torture;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.torture.Call.Purse;
import cash.tuppence.torture.Call.Result;
import cash.tuppence.torture.Tally.Count;
import cash.tuppence.wallet.api.ApiClient;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Programs that call the API as careful ones do: whatever comes back that is no answer, they call again under the same
 * key, on any server, until there is one. Now and then one calls both servers at once.
 */
final class Callers {
    private static final int CALLERS = 8;
    private static final int PAUSE_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 90;
    private static final int CREATED = 201;
    private static final int IN_PROGRESS = 409;
    private static final int REFUSED = 422;
    private static final int OVERLOADED = 503;

    private final List<TestBrowser> servers;
    private final List<Purse> purses;
    private final String round;
    private final Tally tally;
    private final Map<Call, Result> results = new ConcurrentHashMap<>();
    private final Map<Integer, Long> statuses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Future<?>> running;

    Callers(List<String> urls, List<Purse> purses, String round, Tally tally) {
        servers = urls.stream().map(TestBrowser::new).toList();
        this.purses = purses;
        this.round = round;
        this.tally = tally;
        running = IntStream.range(0, CALLERS)
                .<Future<?>>mapToObj(number -> threads.submit(() -> callOn(number)))
                .toList();
    }

    private void callOn(int caller) {
        for (int number = 0; stop.getCount() > 0; number++) {
            Call call = new Call(round + "-" + caller + "-" + number, any(), any(), 1 + random(5));
            boolean twice = random(10) == 0;
            Optional<Future<Result>> twin =
                    twice ? Optional.of(threads.submit(() -> untilAnswered(call))) : Optional.empty();
            take(call, untilAnswered(call));
            twin.ifPresent(second -> take(call, get(second)));
        }
    }

    private static Result get(Future<Result> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Call call, Result result) {
        Result before = results.putIfAbsent(call, result);
        tally.require(before == null || before.equals(result), "%s was answered %s and %s", call, before, result);
        if (before == null) {
            tally.add(Count.ACKNOWLEDGED);
            tally.add(Count.REFUSED, result.transfer().isPresent() ? 0 : 1);
        }
    }

    /** On any server, until it is there and says what became of it. */
    Result untilAnswered(Call call) {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadlineNanos) {
            Optional<Reply> reply = tryOnce(call);
            reply.ifPresent(answer -> statuses.merge(answer.status(), 1L, Long::sum));
            Optional<Result> result = reply.filter(this::isFinal).map(Result::of);
            if (result.isPresent()) {
                return result.get();
            }
            tally.add(Count.RESENT);
            pause();
        }
        tally.discrepancy(call + " was never answered");
        return new Result(0, Optional.empty());
    }

    private Optional<Reply> tryOnce(Call call) {
        try {
            ApiClient client = new ApiClient(
                    servers.get(random(servers.size())), call.from().token());
            return Optional.of(client.post("/api/v1/transfers", call.body(), Optional.of(call.key())));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a caller is not to be interrupted", e);
        }
    }

    private boolean isFinal(Reply reply) {
        boolean known = List.of(CREATED, IN_PROGRESS, REFUSED, OVERLOADED).contains(reply.status());
        tally.require(known, "answered %d %s", reply.status(), reply.body());
        return reply.status() == CREATED || reply.status() == REFUSED;
    }

    int answered() {
        return results.size();
    }

    /** Calls no more; what is under way is answered first. */
    Map<Call, Result> finish() throws Exception {
        stop.countDown();
        for (Future<?> caller : running) {
            caller.get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        threads.shutdown();
        return results;
    }

    /** How often which status was answered. */
    Map<Integer, Long> statuses() {
        return statuses;
    }

    private Purse any() {
        return purses.get(random(purses.size()));
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
