package cash.tuppence.mail;

import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Some mails are taken up under a lease in one transaction, sent outside of any, and what came of
 * each is recorded at once. A node that dies leaves its leases behind, and when they end any node goes on. A mail goes out
 * a second time only where a node died between the server's yes and its record; the {@code Message-ID} is then the same.
 */
public final class SendMails implements Job, AutoCloseable {
    public static final String NAME = "send-mails";

    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_FAULT = 300;

    /** Longer than the slowest server may take for all of them. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private final Transactions transactions;
    private final SealedContents sealed;
    private final InstantSource clock;
    private final Optional<Carrier> carrier;
    private volatile boolean closing;

    /**
     * @param carrier empty where mails are kept and not sent
     */
    public SendMails(Transactions transactions, SecretBox box, InstantSource clock, Optional<Carrier> carrier) {
        this.transactions = transactions;
        this.sealed = new SealedContents(box);
        this.clock = clock;
        this.carrier = carrier;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Woken by this node's own commits; the period is for what is tried again, and for what another node left. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean work() {
        return carrier.filter(there -> !closing).filter(this::sendSome).isPresent();
    }

    /** Says whether there may be more to do at once. */
    private boolean sendSome(Carrier there) {
        Deque<MailRow> taken = new ArrayDeque<>(takeUp());
        boolean full = taken.size() == MOST_AT_ONCE;
        if (taken.isEmpty()) {
            return false;
        }
        try (Carrier.Tour tour = there.begin()) {
            return carryAll(tour, taken) && full;
        }
    }

    private List<MailRow> takeUp() {
        Instant now = Times.now(clock);
        return transactions.run(session -> {
            MailMapper mapper = session.getMapper(MailMapper.class);
            int over = mapper.giveUp(now);
            if (over > 0) {
                LOG.warn("{} mails are given up: no server took them in time", over);
            }
            List<MailRow> due = mapper.lockDue(now, MOST_AT_ONCE);
            if (!due.isEmpty()) {
                mapper.lease(due.stream().map(MailRow::id).toList(), now.plus(LEASE));
            }
            return due;
        });
    }

    /** Says whether the server was there to the end. */
    private boolean carryAll(Carrier.Tour tour, Deque<MailRow> taken) {
        while (!taken.isEmpty() && !closing) {
            MailRow row = taken.poll();
            Fate fate = tour.carry(sealed.open(row));
            record(row, fate);
            if (fate instanceof Fate.Away) {
                taken.forEach(left -> putOff(left, fate));
                return false;
            }
        }
        taken.forEach(this::giveBack);
        return true;
    }

    private void record(MailRow row, Fate fate) {
        if (fate instanceof Fate.Taken) {
            end(row, MailState.SENT, "");
        } else if (fate instanceof Fate.Refused refused) {
            LOG.warn("mail {} is given up: {}", row.publicId().text(), refused.fault());
            end(row, MailState.DEAD, refused.fault());
        } else {
            putOff(row, fate);
        }
    }

    private void end(MailRow row, MailState state, String fault) {
        write(mapper -> mapper.end(row.id(), attempt(row), state, cut(fault), Times.now(clock)));
    }

    private void putOff(MailRow row, Fate fate) {
        String fault = fate instanceof Fate.Away away ? away.fault() : ((Fate.Later) fate).fault();
        LOG.info("mail {} is tried again later: {}", row.publicId().text(), fault);
        Instant dueAt = Times.now(clock).plus(Pauses.after(attempt(row)));
        write(mapper -> mapper.putOff(row.id(), attempt(row), cut(fault), dueAt));
    }

    private void giveBack(MailRow row) {
        write(mapper -> mapper.giveBack(row.id(), attempt(row), Times.now(clock)));
    }

    /** This one: the row was read before it was counted. */
    private static int attempt(MailRow row) {
        return row.attempts() + 1;
    }

    private static String cut(String fault) {
        return fault.length() > MOST_FAULT ? fault.substring(0, MOST_FAULT) : fault;
    }

    private void write(Consumer<MailMapper> change) {
        transactions.execute(session -> change.accept(session.getMapper(MailMapper.class)));
    }

    /** Begins no other mail; what is under way finishes. */
    @Override
    public void close() {
        closing = true;
    }
}
