package cash.tuppence.bench.growth;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Past;
import cash.tuppence.bench.database.Quiet;
import cash.tuppence.bench.ledger.Contender;
import cash.tuppence.bench.ledger.StageContender;
import cash.tuppence.bench.ledger.Traffic;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Plot;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 64 callers on a young ledger and on a grown one, both in one database server, in turn. */
public final class GrowthPart implements Part {
    private static final int CALLERS = 64;
    private static final int YOUNG = 10_000;
    private static final Past SMALL = new Past(YOUNG, YOUNG);
    private static final Past LARGE = new Past(
            Long.getLong("bench.growth.accounts", 5_000_000), Long.getLong("bench.growth.transfers", 10_000_000));

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (BenchLedger young = new BenchLedger(database.newSchema(), database.user(), database.password());
                BenchLedger grown = new BenchLedger(database.newSchema(), database.user(), database.password())) {
            SMALL.make(young.database);
            long start = System.nanoTime();
            LARGE.make(grown.database);
            Duration made = Duration.ofNanos(System.nanoTime() - start);
            Quiet quiet = new Quiet(grown.database.dataSource());
            quiet.await();
            System.out.println("  the past took " + made.toSeconds() + " s to make");
            Map<String, Measured> measured = measure(young, grown, schedule);
            Report report = report(measured)
                    .facts(Machine.facts(grown.database.dataSource()))
                    .fact(schedule.toString())
                    .fact("grown: %,d accounts, %,d entries behind; made in %d s, %.1f GB on the disk"
                            .formatted(LARGE.accounts(), LARGE.entries(), made.toSeconds(), quiet.gigabytes()));
            young.requireProved();
            long audit = System.nanoTime();
            grown.requireProved();
            return report.fact("the audit holds after it, on both; the whole of the grown one took %.1f s"
                    .formatted((System.nanoTime() - audit) / 1e9));
        }
    }

    private static Map<String, Measured> measure(BenchLedger young, BenchLedger grown, Schedule schedule) {
        try (Contender small = StageContender.plain("young", young);
                Contender large = StageContender.plain("grown", grown)) {
            List<Trial> spread = List.of(trial(small, SMALL, false), trial(large, LARGE, false));
            List<Trial> hot = List.of(trial(small, SMALL, true), trial(large, LARGE, true));
            return new Rounds(schedule)
                    .warmUp(spread)
                    .run(Stream.concat(spread.stream(), hot.stream()).toList());
        }
    }

    private static Trial trial(Contender contender, Past past, boolean hot) {
        return new Traffic(CALLERS, hot, (int) past.accounts()).trial(contender);
    }

    private static Report report(Map<String, Measured> measured) {
        Report report = Report.of("Growth");
        for (Measured one : measured.values()) {
            report = report.row(Row.of(one));
        }
        return report.bar(Bar.ratio("grown over young, 64 callers, spread", 0.8, ratio(measured, "spread")))
                .bar(Bar.ratio("grown over young, 64 callers, hot", 0.8, ratio(measured, "hot")))
                .plot(plot(measured));
    }

    private static double ratio(Map<String, Measured> measured, String traffic) {
        return find(measured, "grown", traffic).over(find(measured, "young", traffic));
    }

    private static Measured find(Map<String, Measured> measured, String ledger, String traffic) {
        return measured.get(ledger + ", " + CALLERS + " " + traffic);
    }

    private static Plot plot(Map<String, Measured> measured) {
        List<String> groups = List.of("spread", "hot");
        List<Plot.Series> series = List.of("young", "grown").stream()
                .map(ledger -> new Plot.Series(
                        ledger,
                        groups.stream()
                                .map(traffic ->
                                        find(measured, ledger, traffic).median().perSecond())
                                .toList()))
                .toList();
        return new Plot(
                "growth",
                "10,000 accounts, and 5 million with 20 million entries behind, 64 callers",
                "transfers a second",
                groups,
                series);
    }
}
