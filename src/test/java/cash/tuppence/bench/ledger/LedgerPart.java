package cash.tuppence.bench.ledger;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Plot;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One transaction a transfer, the stage, the stage with three companions, dirty traffic: side by side. */
public final class LedgerPart implements Part {
    private static final Wallets WALLETS = new Wallets(10_000, 1_000);

    /** The bars need 64 and 256; fewer than all are for a quick look. */
    private static final List<Integer> CALLERS = Stream.of(
                    System.getProperty("bench.callers", "1,8,64,256").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final String PLAIN = "one transaction a transfer";
    private static final String STAGE = "stage";
    private static final String COMPANIONS = "stage with three companions";
    private static final String DIRTY = "dirty";

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (BenchLedger ledger = new BenchLedger(database.newSchema(), database.user(), database.password())) {
            WALLETS.seed(ledger.database);
            Report report = Report.of("The posting stage")
                    .facts(Machine.facts(ledger.database.dataSource()))
                    .fact(schedule.toString());
            Map<String, Measured> measured = measure(ledger, schedule);
            ledger.requireProved();
            return bars(rows(report.fact("the audit holds after it"), measured), measured);
        }
    }

    private static Map<String, Measured> measure(BenchLedger ledger, Schedule schedule) {
        Riders three = Riders.of(new CheckoutRiders(ledger), new AnswerRider(ledger));
        try (Contender plain = new PlainContender(PLAIN, ledger);
                Contender stage = StageContender.plain(STAGE, ledger);
                Contender companions = new StageContender(COMPANIONS, ledger, three);
                Contender dirty = new DirtyContender(DIRTY, ledger, WALLETS)) {
            Traffic usual = traffic(64, false);
            List<Trial> trials = new ArrayList<>();
            trials.add(usual.trial(dirty));
            for (Traffic traffic : traffics()) {
                List.of(plain, stage, companions).forEach(contender -> trials.add(traffic.trial(contender)));
            }
            return new Rounds(schedule)
                    .warmUp(List.of(
                            usual.trial(plain), usual.trial(stage), usual.trial(companions), usual.trial(dirty)))
                    .run(trials);
        }
    }

    private static List<Traffic> traffics() {
        return CALLERS.stream()
                .flatMap(callers -> List.of(traffic(callers, false), traffic(callers, true)).stream())
                .toList();
    }

    private static Traffic traffic(int callers, boolean hot) {
        return new Traffic(callers, hot, WALLETS.rich());
    }

    private static Report rows(Report report, Map<String, Measured> measured) {
        Report result = report;
        for (Measured one : measured.values()) {
            result = result.row(Row.of(one));
        }
        return result.plot(plot("ledger-spread", "Spread over 10,000 accounts", false, measured))
                .plot(plot("ledger-hot", "All to one account", true, measured));
    }

    private static Plot plot(String file, String title, boolean hot, Map<String, Measured> measured) {
        List<Plot.Series> series = List.of(PLAIN, STAGE, COMPANIONS).stream()
                .map(name -> new Plot.Series(
                        name,
                        CALLERS.stream()
                                .map(callers -> perSecond(measured, name, callers, hot))
                                .toList()))
                .toList();
        List<String> groups = IntStream.range(0, CALLERS.size())
                .mapToObj(i -> CALLERS.get(i) + (CALLERS.get(i) == 1 ? " caller" : " callers"))
                .toList();
        return new Plot(file, title, "transfers a second", groups, series);
    }

    private static double perSecond(Map<String, Measured> measured, String name, int callers, boolean hot) {
        return find(measured, name, callers, hot).median().perSecond();
    }

    private static Report bars(Report report, Map<String, Measured> measured) {
        Measured hot = find(measured, STAGE, 64, true);
        Measured spread = find(measured, STAGE, 64, false);
        return report.bar(
                        Bar.ratio("stage over baseline, 64 callers, hot", 8, hot.over(find(measured, PLAIN, 64, true))))
                .bar(Bar.ratio(
                        "stage over baseline, 64 callers, spread", 3, spread.over(find(measured, PLAIN, 64, false))))
                .bar(Bar.ratio("hot over spread, 64 callers", 0.95, hot.over(spread)))
                .bar(Bar.ratio(
                        "256 callers over 64, spread",
                        0.9,
                        find(measured, STAGE, 256, false).over(spread)))
                .bar(Bar.ratio(
                        "256 callers over 64, hot",
                        0.9,
                        find(measured, STAGE, 256, true).over(hot)))
                .bar(Bar.ratio(
                        "three companions over none, 64 callers, spread",
                        0.6,
                        find(measured, COMPANIONS, 64, false).over(spread)))
                .bar(Bar.ratio(
                        "three companions over none, 64 callers, hot",
                        0.6,
                        find(measured, COMPANIONS, 64, true).over(hot)))
                .bar(Bar.ratio(
                        "dirty over clean, 64 callers, spread",
                        0.9,
                        find(measured, DIRTY, 64, false).over(spread)));
    }

    private static Measured find(Map<String, Measured> measured, String name, int callers, boolean hot) {
        return measured.get(name + ", " + traffic(callers, hot).name());
    }
}
