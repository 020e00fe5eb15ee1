package cash.tuppence.app;

import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.ledger.audit.Progress;
import cash.tuppence.outbox.Job;
import cash.tuppence.trail.TrailAudit;
import java.time.Duration;

/** Audits the ledger and the trail again and again. Every node looks whether an audit is due, and one of them runs it. */
final class AuditJob implements Job {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Auditor auditor;
    private final TrailAudit trail;

    AuditJob(Auditor auditor, TrailAudit trail) {
        this.auditor = auditor;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Duration every() {
        return PERIOD;
    }

    @Override
    public boolean work() {
        auditor.runIfDue();
        trail.runIfDue();
        return false;
    }

    /** Whoever calls for it wants one now. */
    @Override
    public void finish() {
        auditor.since(Progress.UNTOLD);
        trail.run();
    }
}
