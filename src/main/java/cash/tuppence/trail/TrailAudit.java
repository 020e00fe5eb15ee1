package cash.tuppence.trail;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that no row of the trail was removed, changed, put in or moved: every few minutes from the row on up to which it
 * was verified before, and once a day from the first.
 */
public final class TrailAudit {
    private static final Logger LOG = LoggerFactory.getLogger(TrailAudit.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration WHOLE_PERIOD = Duration.ofHours(24);
    private static final int LONGEST_REPORT = 4_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private final Seal seal;

    /**
     * @param secretKey the server's
     */
    public TrailAudit(Transactions transactions, byte[] secretKey, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.seal = new Seal(secretKey);
    }

    /**
     * What a check found.
     *
     * @param rows how many were read
     * @param head the newest row's number and hash: whoever keeps it elsewhere can show later that nothing before was touched
     */
    public record Result(List<String> faults, long rows, String head) {
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /** Checks where a check is due, on whichever of all nodes comes first. */
    public void runIfDue() {
        Instant now = Times.now(clock);
        if (transactions.run(session -> mapper(session).claim(now, now.plus(PERIOD)) == 1)) {
            run();
        }
    }

    /** As {@link #since}, and says in the log what came of it. */
    public void run() {
        tell(since());
    }

    /** Checks what came since the last check that found all well, or all where none did for a day. */
    public Result since() {
        Optional<Instant> wholeAt = transactions.read(session -> mapper(session).wholeAt());
        boolean wholeIsDue = wholeAt.filter(at -> at.plus(WHOLE_PERIOD).isAfter(clock.instant()))
                .isEmpty();
        if (wholeIsDue) {
            return whole();
        }
        Chain.Found found = follow(Optional.empty());
        // What was verified before may be what is wrong.
        return found.faults().isEmpty() ? keep(found, false) : whole();
    }

    /**
     * Whether a row that was the newest once is there still, as it was: for whoever kept what was told of it then.
     *
     * @param head as {@link Result#head} has it
     * @throws IllegalArgumentException where it is none
     */
    public boolean stands(String head) {
        Link kept = Link.parse(head);
        return kept.is(Link.START)
                || transactions
                        .read(session -> mapper(session).link(kept.seq()))
                        .filter(kept::is)
                        .isPresent();
    }

    /** Checks all rows. */
    public Result whole() {
        return keep(follow(Optional.of(Link.START)), true);
    }

    /**
     * @param from empty for the verified point
     */
    private Chain.Found follow(Optional<Link> from) {
        return transactions.readSnapshot(session -> {
            Link start = from.or(() -> mapper(session).point()).orElse(Link.START);
            return new Chain(mapper(session), seal, start).follow();
        });
    }

    private Result keep(Chain.Found found, boolean whole) {
        Result result = new Result(found.faults(), found.rows(), found.last().text());
        transactions.execute(session -> {
            mapper(session).keep(found.faults().size(), report(found.faults()));
            if (result.holds()) {
                mapper(session).carry(found.last(), Times.now(clock), whole);
            }
        });
        return result;
    }

    /** The head stands in the log, too, where whoever writes to the database does not reach. */
    private static void tell(Result result) {
        if (!result.holds()) {
            LOG.error("the trail does not hold: {}", report(result.faults()));
        } else if (result.rows() > 0) {
            LOG.info("the trail holds up to {}", result.head());
        }
    }

    private static String report(List<String> faults) {
        String report = String.join("; ", faults);
        return report.length() > LONGEST_REPORT ? report.substring(0, LONGEST_REPORT) : report;
    }

    private static ChainMapper mapper(SqlSession session) {
        return session.getMapper(ChainMapper.class);
    }
}
