package cash.tuppence.ledger.audit;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits again and again: from the verified point on, which takes as long as there are entries since, and once a day the
 * whole. An audit from the point that finds anything wrong is not the last word: the whole is read, and judges.
 */
public final class Auditor {
    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration WHOLE_PERIOD = Duration.ofHours(24);
    private static final Duration WHOLE_PERIOD_WHEN_WRONG = Duration.ofHours(1);
    private static final int LONGEST_REPORT = 4_000;

    private final Transactions transactions;
    private final InstantSource clock;
    private final Audit audit;
    private final VerifiedPoint point;

    public Auditor(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        audit = new Audit(transactions);
        point = new VerifiedPoint(transactions, clock);
    }

    /** Runs an audit if one is due, on whichever of all nodes comes first. */
    public void runIfDue() {
        Instant now = Times.now(clock);
        boolean due = transactions.run(session -> mapper(session).claim(now, now.plus(PERIOD)) == 1);
        if (due) {
            since(Progress.UNTOLD);
        }
    }

    /** Audits from the verified point on, or the whole where there is no point, or for a day was no whole audit. */
    public List<Audit.Check> since(Progress progress) {
        Optional<Long> from = point.key();
        return from.isEmpty() || isWholeDue() ? whole(progress) : since(from.get(), progress);
    }

    private List<Audit.Check> since(long from, Progress progress) {
        Instant startedAt = Times.now(clock);
        Proof proof = audit.prove(new Scope(from, point.settled()), Progress.UNTOLD);
        if (!proof.holds()) {
            LOG.warn("the audit from the verified point on reads the whole, to be sure: {}", report(proof));
            return whole(progress, true);
        }
        point.carry(from, proof.point());
        keep(AuditResult.Extent.SINCE, startedAt, proof);
        proof.checks().forEach(progress::checked);
        return proof.checks();
    }

    /** Audits all entries. */
    public List<Audit.Check> whole(Progress progress) {
        return whole(progress, point.key().isEmpty());
    }

    /**
     * @param anew whether the verified point is made anew where all holds, since there is none, or none to rely on
     */
    private List<Audit.Check> whole(Progress progress, boolean anew) {
        Instant startedAt = Times.now(clock);
        Proof proof = audit.prove(Scope.whole(point.settled()), progress);
        keep(AuditResult.Extent.WHOLE, startedAt, proof);
        if (!proof.holds()) {
            LOG.error("the ledger does not hold: {}", report(proof));
        } else if (anew) {
            point.rebuild(proof.point());
        }
        return proof.checks();
    }

    /** What the last audits found: one for each extent that there was. */
    public List<AuditResult> lastResults() {
        return transactions.read(session -> mapper(session).results());
    }

    private boolean isWholeDue() {
        Optional<AuditResult> last = lastResults().stream()
                .filter(result -> result.scope() == AuditResult.Extent.WHOLE)
                .findFirst();
        return last.isEmpty() || isPast(last.get());
    }

    private boolean isPast(AuditResult whole) {
        Duration period = whole.violations() == 0 ? WHOLE_PERIOD : WHOLE_PERIOD_WHEN_WRONG;
        return !whole.finishedAt().plus(period).isAfter(clock.instant());
    }

    private void keep(AuditResult.Extent extent, Instant startedAt, Proof proof) {
        long violations =
                proof.checks().stream().mapToLong(Audit.Check::violations).sum();
        AuditResult result =
                new AuditResult(extent, startedAt, Times.now(clock), proof.entries(), violations, report(proof));
        transactions.execute(session -> mapper(session).keep(result));
    }

    private static String report(Proof proof) {
        String report = proof.checks().stream()
                .filter(check -> !check.holds())
                .map(check -> check.claim() + ": not so of " + check.violations() + ", "
                        + String.join(", ", check.examples()))
                .collect(Collectors.joining("; "));
        return report.length() > LONGEST_REPORT ? report.substring(0, LONGEST_REPORT) : report;
    }

    private static PointMapper mapper(SqlSession session) {
        return session.getMapper(PointMapper.class);
    }
}
