package cash.tuppence.app;

import cash.tuppence.app.config.Settings;
import cash.tuppence.app.metrics.Metrics;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.LimitTable;
import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.ledger.stage.FreezeGuard;
import cash.tuppence.ledger.stage.Rules;
import cash.tuppence.ledger.stage.Stage;
import cash.tuppence.ledger.stage.StageLimits;
import cash.tuppence.member.limit.Tiers;
import java.util.List;

/** The ledger with all guards and companions. */
final class Cash implements AutoCloseable {
    private final Accounts accounts;
    private final Auditor auditor;
    private final Stage ledger;

    /**
     * @param limits what wallets may hold and send at most
     * @param companions in the order in which they lock and write, the same on every node
     * @param afterCommit has what was written for others handed over; must not block
     * @param metrics told how the ledger fares
     */
    Cash(Foundation base, LimitTable limits, List<Companion<?>> companions, Runnable afterCommit, Metrics metrics) {
        accounts = new Accounts(base.transactions(), new Tiers(), base.keys(), base.clock());
        auditor = new Auditor(base.transactions(), base.clock());
        ledger = new Stage(
                base.database(),
                new Rules(List.of(new FreezeGuard()), limits, companions),
                base.keys(),
                base.clock(),
                bounds(base.settings()),
                afterCommit,
                metrics.stage());
        metrics.watch(ledger, base.database());
    }

    private static StageLimits bounds(Settings settings) {
        return new StageLimits(
                StageLimits.DEFAULT.mostInBatch(), settings.ledgerMostQueued(), settings.ledgerDeadline());
    }

    Accounts accounts() {
        return accounts;
    }

    Auditor auditor() {
        return auditor;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Decides what is queued and takes no more. */
    @Override
    public void close() {
        ledger.close();
    }
}
