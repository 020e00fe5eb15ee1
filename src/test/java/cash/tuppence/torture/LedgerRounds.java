package cash.tuppence.torture;

import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.torture.Tally.Count;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Rounds of load on two ledger nodes. In the midst of each something is killed; then what was left unanswered is sent
 * again under its id, and every row is compared with the journal.
 */
final class LedgerRounds implements AutoCloseable {
    /** After the blow so many times fewer. */
    private static final int SHARE_AFTER = 3;

    private static final int PATIENCE_SECONDS = 60;
    private static final int STANDSTILL_MILLIS = 1_500;
    private static final int RECOVERY_MILLIS = 300;
    private static final int SENT_AGAIN_THOUGH_ANSWERED = 100;

    private final LedgerFire fire;
    private final int mostAnswers;
    private final Tally tally;
    private final Journal journal;
    private final Traffic traffic;
    private final Examiner examiner;
    private final Counter counter;
    private final Inspector inspector;
    private final AtomicLong answers = new AtomicLong();
    private final NodeProcess[] nodes = new NodeProcess[LedgerFire.NODES];
    private final Sender[] senders = new Sender[LedgerFire.NODES];

    /**
     * @param mostAnswers how many there may be in a round before something is killed
     */
    LedgerRounds(LedgerFire fire, int mostAnswers, Tally tally) throws InterruptedException {
        this.fire = fire;
        this.mostAnswers = mostAnswers;
        this.tally = tally;
        journal = new Journal(tally);
        traffic = new Traffic(fire.wallets(), fire.keys(), journal);
        examiner = new Examiner(fire.database(), fire.books(), tally);
        counter = new Counter(fire.database(), fire.inWallets(), tally);
        inspector = new Inspector(fire.transactions(), tally);
        startMissingNodes();
    }

    /** One round, as a whole. */
    void run(Blow blow) throws InterruptedException, SQLException, IOException {
        long sinceKey = fire.keys().next();
        int cutsBefore = fire.cuts();
        Stoker stoker = new Stoker(fire.database(), LedgerFire.NODES_USER, fire.wallets(), fire.wires(), tally).start();
        for (int i = 0; i < nodes.length; i++) {
            senders[i] = new Sender(nodes[i], traffic, journal).start();
        }
        awaitAnswers(random(mostAnswers));
        strike(blow, stoker);
        if (blow != Blow.BOTH_NODES) {
            awaitAnswers(1 + random(mostAnswers / SHARE_AFTER));
        }
        stoker.stop();
        finish();
        tally.add(Count.WIRES_CUT, fire.cuts() - cutsBefore);
        Collection<Entry> entries = journal.round();
        examiner.checkNothingIsHalfDone(entries, sinceKey);
        startMissingNodes();
        sendAgain(entries);
        examiner.checkAll(entries, sinceKey);
        journal.settleRound();
        traffic.settleRound();
    }

    private void strike(Blow blow, Stoker stoker) throws InterruptedException, IOException {
        for (int i = 0; i < nodes.length; i++) {
            if (blow.killsNode(i)) {
                nodes[i].kill();
            }
        }
        if (blow.killsDatabase()) {
            killDatabase();
        }
        switch (blow) {
            case DATABASE_TWICE -> {
                pause(random(RECOVERY_MILLIS));
                killDatabase();
            }
            case PAUSE -> {
                nodes[0].pause();
                pause(random(STANDSTILL_MILLIS));
                nodes[0].goOn();
            }
            case LOCK_WAIT -> stoker.hold(fire.wallets().get(0), STANDSTILL_MILLIS);
            default -> awaitAnswers(0);
        }
    }

    private void killDatabase() {
        tally.add(Count.DATABASES_KILLED, fire.killDatabase() ? 1 : 0);
    }

    /** Returns once so many more were answered: with a database that was killed, not before it is back. */
    private void awaitAnswers(int more) throws InterruptedException {
        long enough = answers.get() + more;
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (answers) {
            while (answers.get() < enough) {
                answers.wait(100);
                if (System.nanoTime() > deadlineNanos) {
                    throw new AssertionError("nothing is answered any more:\n" + saidByNodes());
                }
            }
        }
    }

    /** Asks for no more; those nodes that live have answered everything then. */
    private void finish() throws InterruptedException {
        for (Sender sender : senders) {
            sender.stop();
        }
        for (int i = 0; i < nodes.length; i++) {
            tally.require(senders[i].awaitAnswers(), "node %d did not answer all:%n%s", i, nodes[i].lastLines());
        }
    }

    private void startMissingNodes() throws InterruptedException {
        List<NodeProcess> started = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            int number = i;
            if (nodes[i] == null || !nodes[i].isAlive()) {
                nodes[i] = new NodeProcess(fire.forNode(i), answer -> hear(number, answer), tally);
                started.add(nodes[i]);
            }
        }
        for (NodeProcess node : started) {
            node.awaitReady();
        }
    }

    private void hear(int node, Answer answer) {
        journal.hears(answer);
        traffic.hears(answer);
        if (senders[node] != null) {
            senders[node].answered();
        }
        synchronized (answers) {
            answers.incrementAndGet();
            answers.notifyAll();
        }
    }

    /** All that was left unanswered, until it is answered, and some of the rest, of this round and of long ago. */
    private void sendAgain(Collection<Entry> entries) throws InterruptedException {
        List<Order> unanswered = unanswered(entries);
        tally.add(Count.UNANSWERED, unanswered.size());
        List<Order> all = new ArrayList<>(unanswered);
        entries.stream()
                .filter(entry -> entry.decision().isKnown())
                .limit(SENT_AGAIN_THOUGH_ANSWERED)
                .map(Entry::order)
                .forEach(all::add);
        sendAndAwait(all);
        List<Order> still = unanswered(entries);
        tally.require(still.isEmpty(), "%d are not answered when they are sent again: %s", still.size(), still);
    }

    private static List<Order> unanswered(Collection<Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.decision().isKnown())
                .map(Entry::order)
                .toList();
    }

    private void sendAndAwait(List<Order> orders) throws InterruptedException {
        long enough = answers.get() + orders.size();
        for (Order order : orders) {
            Order again = order.starts() && random(2) == 0 ? order.withTransfer(traffic.newId()) : order;
            journal.asks(again);
            nodes[random(nodes.length)].ask(again);
        }
        tally.add(Count.RESENT, orders.size());
        awaitAnswers((int) (enough - answers.get()));
    }

    /** All rounds together: every operation, and the proof of the ledger. */
    void checkEverything() throws SQLException {
        examiner.checkSettled(journal.settled(), fire.grants());
        examiner.checkCounted();
        List<Audit.Check> failed =
                fire.audit().stream().filter(check -> !check.holds()).toList();
        tally.require(failed.isEmpty(), "the audit found %s", failed);
        tally.add(Count.AUDITS);
    }

    private String saidByNodes() {
        return Set.of(nodes).stream().map(NodeProcess::lastLines).collect(Collectors.joining("\n--\n"));
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static void pause(int millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        for (NodeProcess node : nodes) {
            node.close();
        }
        counter.close();
        inspector.close();
    }
}
