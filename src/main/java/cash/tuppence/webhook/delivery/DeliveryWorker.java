package cash.tuppence.webhook.delivery;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import cash.tuppence.webhook.endpoint.EndpointNews;
import cash.tuppence.webhook.endpoint.EndpointRows;
import cash.tuppence.webhook.outgoing.AllowedAddresses;
import cash.tuppence.webhook.outgoing.Limits;
import cash.tuppence.webhook.outgoing.Sender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Each round is one transaction, in which what was sent meanwhile is recorded and what is due is
 * taken up under a lease; it is sent after the commit, outside of any transaction. A node that dies in between leaves
 * its leases behind, and when they end, any node sends those again under the same ids.
 */
public final class DeliveryWorker implements Job, Sending, AutoCloseable {
    public static final String NAME = "deliver-webhooks";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration SLOW = Duration.ofSeconds(2);

    /** What was sent is recorded together with what else is within it, unless something waits for room. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Round round;
    private final Lanes lanes;
    private final Sender sender;
    private final InstantSource clock;
    private final Runnable wake;
    private final SenderThreads threads;
    private final Gathering recording;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final Waiters waiters = new Waiters();
    private volatile boolean closing;
    private volatile boolean brokenOff;

    /** One with the limits of the contract. */
    public static DeliveryWorker create(
            Transactions transactions,
            EndpointRows endpoints,
            InstantSource clock,
            AllowedAddresses allowed,
            EndpointNews news,
            Runnable wake) {
        LaneLimits limits = LaneLimits.DEFAULT;
        Recorder recorder = new Recorder(new RetrySchedule(new SplittableRandom()), news);
        Round round = new Round(transactions, endpoints, recorder, clock);
        Sender sender = new Sender(allowed, Limits.ofContract(limits.senders()));
        return new DeliveryWorker(round, new Lanes(limits), sender, clock, wake);
    }

    /**
     * @param sender closed with this
     * @param wake has {@link #work} called soon; must not block
     */
    DeliveryWorker(Round round, Lanes lanes, Sender sender, InstantSource clock, Runnable wake) {
        this.round = round;
        this.lanes = lanes;
        this.sender = sender;
        this.clock = clock;
        this.wake = wake;
        this.threads = new SenderThreads(lanes.free());
        this.recording = new Gathering(MOMENT, wake);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Woken when something was queued and after something was sent; the period is for what falls due by its time. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean work() {
        round();
        return false;
    }

    /** Goes on until nothing is due, and what was sent is recorded. */
    @Override
    public void finish() {
        boolean more = true;
        while (more) {
            boolean didSomething = round();
            more = didSomething || awaitAnAnswer();
        }
    }

    /** Says whether there was anything to record or to take up. */
    private boolean round() {
        List<Finished> over = new ArrayList<>();
        finished.drainTo(over);
        try {
            List<Leased> leased = closing ? recordOnly(over) : round.run(over, lanes);
            over.stream().filter(result -> !isGood(result)).forEach(this::endAfterRecord);
            waiters.recorded(over);
            begin(leased);
            return !over.isEmpty() || !leased.isEmpty();
        } catch (RuntimeException e) {
            finished.addAll(over);
            throw e;
        }
    }

    private List<Leased> recordOnly(List<Finished> over) {
        if (!over.isEmpty()) {
            round.recordOnly(over);
        }
        return List.of();
    }

    @Override
    public Places places() {
        return new Places(lanes);
    }

    @Override
    public void begin(List<Leased> all) {
        all.forEach(leased -> threads.execute(() -> send(leased)));
    }

    /** Sends it at once, whatever else waits for that endpoint; done when what came of it is recorded. */
    CompletableFuture<Void> beginNow(Leased leased) {
        CompletableFuture<Void> recorded = waiters.await(leased.due().deliveryId());
        lanes.begin(leased.endpointId());
        begin(List.of(leased));
        return recorded;
    }

    @Override
    public void wake() {
        wake.run();
    }

    private void send(Leased leased) {
        try {
            end(leased.send(sender, Times.now(clock)));
        } catch (RuntimeException e) {
            LOG.error(
                    "delivery {} could not be tried; it is again when its lease ends",
                    leased.due().deliveryId(),
                    e);
            lanes.end(leased.endpointId(), false);
        } finally {
            recordSoon();
        }
    }

    /** A bad answer keeps its place until it is recorded: it may say that nothing more is to be sent there. */
    private void end(Finished result) {
        if (brokenOff) {
            lanes.end(result.endpointId(), false);
            return;
        }
        finished.add(result);
        if (isGood(result)) {
            lanes.end(result.endpointId(), true);
        }
    }

    private void endAfterRecord(Finished result) {
        lanes.end(result.endpointId(), false);
        if (lanes.hasBacklog()) {
            wake.run();
        }
    }

    private static boolean isGood(Finished result) {
        return result.isSuccessWithin(SLOW);
    }

    private void recordSoon() {
        if (lanes.hasBacklog()) {
            wake.run();
        } else {
            recording.ask();
        }
    }

    /** Waits for something to record, and says whether there is something or may be later. */
    private boolean awaitAnAnswer() {
        if (lanes.isIdle()) {
            return !finished.isEmpty();
        }
        try {
            Finished one = finished.poll(1, TimeUnit.SECONDS);
            return one == null || finished.add(one);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes up nothing more, lets what is under way finish for a while, breaks off the rest, and records. */
    @Override
    public void close() {
        closing = true;
        recording.close();
        if (!threads.end(LONGEST_END)) {
            brokenOff = true;
            LOG.info("some callbacks are broken off; they go out again when their lease ends");
        }
        sender.close();
        recordTheLast();
        waiters.close();
    }

    private void recordTheLast() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("the last callbacks could not be recorded; they go out again when their lease ends", e);
        }
    }
}
