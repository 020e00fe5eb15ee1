package cash.tuppence.bench.process;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Sample;
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
import java.util.stream.IntStream;

/** 128 callers, all at one process or half of them at each of two. */
public final class ProcessPart implements Part {
    private static final Wallets WALLETS = new Wallets(10_000, 0);
    private static final int CALLERS = 128;

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        String url = database.newSchema();
        try (BenchLedger ledger = new BenchLedger(url, database.user(), database.password())) {
            WALLETS.seed(ledger.database);
            Map<String, Measured> measured = measure(database, url, schedule);
            ledger.requireProved();
            return report(measured)
                    .facts(Machine.facts(ledger.database.dataSource()))
                    .fact(schedule.toString())
                    .fact("the audit holds after it");
        }
    }

    private static Map<String, Measured> measure(BenchDatabase database, String url, Schedule schedule)
            throws Exception {
        try (NodeProcess one = new NodeProcess(database, url);
                NodeProcess other = new NodeProcess(database, url)) {
            List<NodeProcess> both = List.of(one, other);
            List<Trial> trials = List.of(
                    trial(List.of(one), false), trial(both, false), trial(List.of(one), true), trial(both, true));
            return new Rounds(schedule).warmUp(trials.subList(0, 2)).run(trials);
        }
    }

    private static Trial trial(List<NodeProcess> nodes, boolean hot) {
        return new Trial(name(nodes.size(), hot), duration -> together(nodes, hot, duration));
    }

    private static String name(int nodes, boolean hot) {
        return (nodes == 1 ? "one process" : "two processes") + (hot ? ", hot" : ", spread");
    }

    /** What all of them did together; the slower answers of theirs count. */
    private static Sample together(List<NodeProcess> nodes, boolean hot, Duration duration) {
        nodes.forEach(node -> node.begin(CALLERS / nodes.size(), hot, WALLETS.rich(), duration));
        List<Sample> samples = nodes.stream().map(NodeProcess::result).toList();
        return new Sample(
                samples.stream().mapToDouble(Sample::perSecond).sum(),
                samples.stream().mapToLong(Sample::p50Micros).max().orElseThrow(),
                samples.stream().mapToLong(Sample::p99Micros).max().orElseThrow());
    }

    private static Report report(Map<String, Measured> measured) {
        Report report = Report.of("Two processes on one database, 128 callers in all");
        for (Measured one : measured.values()) {
            report = report.row(Row.of(one));
        }
        Measured spread = measured.get(name(2, false));
        Measured hot = measured.get(name(2, true));
        return report.bar(Bar.ratio("two processes over one, spread", 0.7, spread.over(measured.get(name(1, false)))))
                .bar(Bar.ratio("two processes over one, hot", 0.4, hot.over(measured.get(name(1, true)))))
                .plot(plot(measured));
    }

    private static Plot plot(Map<String, Measured> measured) {
        List<Plot.Series> series = IntStream.of(1, 2)
                .mapToObj(nodes -> new Plot.Series(
                        nodes == 1 ? "one process" : "two processes",
                        List.of(
                                measured.get(name(nodes, false)).median().perSecond(),
                                measured.get(name(nodes, true)).median().perSecond())))
                .toList();
        return new Plot(
                "processes", "128 callers on one database", "transfers a second", List.of("spread", "hot"), series);
    }
}
