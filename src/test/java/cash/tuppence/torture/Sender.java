package cash.tuppence.torture;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps one node busy: whenever it answers, it is asked for more. */
final class Sender {
    private static final int WINDOW = 64;

    /** A posting that cannot be made is given up after thirty seconds; whoever waits for longer was forgotten. */
    private static final int PATIENCE_SECONDS = 45;

    private final Semaphore places = new Semaphore(WINDOW);
    private final NodeProcess node;
    private final Traffic traffic;
    private final Journal journal;
    private final Thread thread = new Thread(this::send, "sender");
    private volatile boolean stopped;

    Sender(NodeProcess node, Traffic traffic, Journal journal) {
        this.node = node;
        this.traffic = traffic;
        this.journal = journal;
    }

    Sender start() {
        thread.start();
        return this;
    }

    private void send() {
        boolean there = true;
        while (there && !stopped) {
            there = hasPlace() ? ask(traffic.next()) : node.isAlive();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a sender is not to be interrupted", e);
        }
    }

    private boolean ask(Order order) {
        journal.asks(order);
        return node.ask(order);
    }

    /** To be told of each answer of its node. */
    void answered() {
        places.release();
    }

    /** Asks for no more. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    /** Whether all that was asked of a node that lives was answered in the end. */
    boolean awaitAnswers() throws InterruptedException {
        return !node.isAlive() || places.tryAcquire(WINDOW, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
