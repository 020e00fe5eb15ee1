package cash.tuppence.bench.audit;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Past;
import cash.tuppence.bench.database.Quiet;
import cash.tuppence.bench.ledger.StageContender;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.AuditResult;
import cash.tuppence.ledger.audit.Auditor;
import cash.tuppence.ledger.audit.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Ten million entries proved as a whole; then what came since, from the verified point on. */
public final class AuditPart implements Part {
    private static final Past PAST =
            new Past(Long.getLong("bench.audit.accounts", 1_000_000), Long.getLong("bench.audit.transfers", 5_000_000));
    private static final int FURTHER = 50_000;
    private static final int CALLERS = 64;
    private static final double MOST_SECONDS_FOR_ALL = 60;

    /** Past what is too fresh to be carried into the sums. */
    private static final Duration LATER = Duration.ofMinutes(10);

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (BenchLedger ledger = new BenchLedger(database.newSchema(), database.user(), database.password())) {
            PAST.make(ledger.database);
            new Quiet(ledger.database.dataSource()).await();
            Auditor auditor = new Auditor(ledger.transactions, InstantSource.system());
            Measured whole = new Measured("whole", wholes(auditor, schedule.rounds()));
            Auditor later = new Auditor(ledger.transactions, () -> Instant.now().plus(LATER));
            Sample nothing = time(later, false);
            post(ledger);
            Sample since = time(later, false);
            return Report.of("The audit")
                    .facts(Machine.facts(ledger.database.dataSource()))
                    .fact("%,d accounts, %,d entries".formatted(PAST.accounts(), PAST.entries()))
                    .fact("the whole: %.1f s (%.1f with the verified sums made anew)"
                            .formatted(
                                    seconds(whole.median()),
                                    seconds(whole.samples().get(0))))
                    .fact("from the verified point: %.2f s where nothing came since, %.2f s after %,d further entries"
                            .formatted(seconds(nothing), seconds(since), 2 * FURTHER))
                    .row(Row.of(whole))
                    .row(Row.of(new Measured("since " + 2 * FURTHER + " entries", List.of(since))))
                    .bar(Bar.atMost(
                            "the whole of " + PAST.entries() + " entries",
                            MOST_SECONDS_FOR_ALL,
                            seconds(whole.median()),
                            "s"));
        }
    }

    /** The first of them makes the verified sums, too. */
    private static List<Sample> wholes(Auditor auditor, int rounds) {
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < Math.max(3, rounds); round++) {
            samples.add(time(auditor, true));
            System.out.printf("  the whole in %.1f s%n", seconds(samples.get(round)));
        }
        return samples;
    }

    private static Sample time(Auditor auditor, boolean whole) {
        long start = System.nanoTime();
        List<Audit.Check> checks = whole ? auditor.whole(Progress.UNTOLD) : auditor.since(Progress.UNTOLD);
        long nanos = System.nanoTime() - start;
        if (!checks.stream().allMatch(Audit.Check::holds)) {
            throw new IllegalStateException("the ledger does not hold: " + checks);
        }
        return new Sample(entries(auditor, whole) * 1e9 / nanos, nanos / 1_000, nanos / 1_000);
    }

    private static long entries(Auditor auditor, boolean whole) {
        AuditResult.Extent extent = whole ? AuditResult.Extent.WHOLE : AuditResult.Extent.SINCE;
        return auditor.lastResults().stream()
                .filter(result -> result.scope() == extent)
                .mapToLong(AuditResult::entries)
                .sum();
    }

    private static double seconds(Sample sample) {
        return sample.p50Micros() / 1e6;
    }

    private static void post(BenchLedger ledger) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (StageContender stage = StageContender.plain("stage", ledger)) {
            for (int i = 0; i < FURTHER; i++) {
                callers.execute(() -> {
                    long from = ThreadLocalRandom.current().nextLong(1, PAST.accounts());
                    stage.transfer(from, from + 1);
                });
            }
            callers.shutdown();
            if (!callers.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("posting takes too long");
            }
        }
    }
}
