package cash.tuppence.bench.audit;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Past;
import cash.tuppence.bench.database.Quiet;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Report;
import java.util.stream.DoubleStream;

/** The whole audit, again and again, over ten million entries: the middle of three. */
public final class AuditPart implements Part {
    private static final Past PAST =
            new Past(Long.getLong("bench.audit.accounts", 1_000_000), Long.getLong("bench.audit.transfers", 5_000_000));
    private static final int TIMES = 3;

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (BenchLedger ledger = new BenchLedger(database.newSchema(), database.user(), database.password())) {
            PAST.make(ledger.database);
            new Quiet(ledger.database.dataSource()).await();
            double seconds = DoubleStream.generate(() -> seconds(ledger))
                    .limit(TIMES)
                    .sorted()
                    .toArray()[TIMES / 2];
            return Report.of("The audit")
                    .facts(Machine.facts(ledger.database.dataSource()))
                    .fact("%,d accounts, %,d transfers, %,d entries: the whole audit in %.1f s, %,.0f entries a second"
                            .formatted(
                                    PAST.accounts(),
                                    PAST.transfers(),
                                    PAST.entries(),
                                    seconds,
                                    PAST.entries() / seconds))
                    .bar(Bar.atMost("the whole audit over 10 million entries", 60, seconds, "s"));
        }
    }

    private static double seconds(BenchLedger ledger) {
        long start = System.nanoTime();
        ledger.requireProved();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("  audited in %.1f s".formatted(seconds));
        return seconds;
    }
}
