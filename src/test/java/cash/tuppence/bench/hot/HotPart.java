package cash.tuppence.bench.hot;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.bench.ledger.Contender;
import cash.tuppence.bench.ledger.StageContender;
import cash.tuppence.bench.ledger.Traffic;
import cash.tuppence.bench.load.Callers;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.wallet.activity.Activity;
import cash.tuppence.wallet.activity.ActivityFilter;
import cash.tuppence.wallet.activity.ActivityMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** A million pennies to one wallet beside as many to all of them, in turn; then that wallet is read beside the others. */
public final class HotPart implements Part {
    private static final long PENNIES = Long.getLong("bench.hot.pennies", 1_000_000);
    private static final int WALLETS = 10_000;
    private static final int SENDERS = 256;
    private static final int READERS = 8;
    private static final int ROWS_OF_A_WALLET_PAGE = 8;

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (BenchLedger ledger =
                new BenchLedger(database.newSchema(), database.user(), database.password(), ActivityMapper.class)) {
            new Wallets(WALLETS, 0).seed(ledger.database);
            Map<String, Measured> sent = send(ledger, schedule);
            Map<String, Measured> read = read(ledger, schedule);
            ledger.requireProved();
            Report report = Report.of("A million pennies to one wallet")
                    .facts(Machine.facts(ledger.database.dataSource()))
                    .fact("at least %,d pennies each way, in slices of %.1f s, in turn"
                            .formatted(PENNIES, schedule.each().toMillis() / 1e3))
                    .fact("the audit holds after it");
            for (Measured one : sent.values()) {
                report = report.row(Row.of(one));
            }
            for (Measured one : read.values()) {
                report = report.row(Row.of(one));
            }
            return report.bar(Bar.ratio("a million pennies, hot over spread", 0.95, ratio(sent)))
                    .bar(Bar.ratio("reading that wallet over reading any other", 0.9, ratio(read)));
        }
    }

    /** The first over the second. */
    private static double ratio(Map<String, Measured> measured) {
        List<Measured> both = List.copyOf(measured.values());
        return both.get(0).over(both.get(1));
    }

    private static Map<String, Measured> send(BenchLedger ledger, Schedule schedule) {
        try (Contender stage = StageContender.plain("stage", ledger)) {
            Trial hot = new Traffic(SENDERS, true, WALLETS).trial(stage);
            Trial spread = new Traffic(SENDERS, false, WALLETS).trial(stage);
            new Rounds(schedule).warmUp(List.of(spread));
            List<Sample> toOne = new ArrayList<>();
            List<Sample> toAll = new ArrayList<>();
            while (Math.min(pennies(toOne, schedule), pennies(toAll, schedule)) < PENNIES) {
                toOne.add(hot.run().apply(schedule.each()));
                toAll.add(spread.run().apply(schedule.each()));
            }
            return ordered(new Measured(hot.name(), toOne), new Measured(spread.name(), toAll));
        }
    }

    private static double pennies(List<Sample> slices, Schedule schedule) {
        return slices.stream().mapToDouble(Sample::perSecond).sum()
                * schedule.each().toMillis()
                / 1e3;
    }

    private static Map<String, Measured> ordered(Measured first, Measured second) {
        Map<String, Measured> both = new LinkedHashMap<>();
        both.put(first.name(), first);
        both.put(second.name(), second);
        return both;
    }

    private static Map<String, Measured> read(BenchLedger ledger, Schedule schedule) {
        Accounts accounts = new Accounts(ledger.transactions, ledger.keys, InstantSource.system());
        Activity activity = new Activity(ledger.transactions, accounts);
        List<Trial> trials = List.of(
                reading("balance and latest of that wallet", accounts, activity, () -> Wallets.HOT),
                reading(
                        "balance and latest of any other",
                        accounts,
                        activity,
                        () -> ThreadLocalRandom.current().nextLong(Wallets.HOT + 1, WALLETS + 1L)));
        return new Rounds(schedule).warmUp(trials).run(trials);
    }

    private static Trial reading(String name, Accounts accounts, Activity activity, LongSupplier owner) {
        return new Trial(
                name,
                duration -> new Callers(READERS)
                        .run(
                                caller -> {
                                    long profile = owner.getAsLong();
                                    accounts.of(profile);
                                    activity.list(profile, ActivityFilter.ALL, Long.MAX_VALUE, ROWS_OF_A_WALLET_PAGE);
                                    return 1;
                                },
                                duration));
    }
}
