package cash.tuppence.bench.purchase;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.load.Callers;
import cash.tuppence.bench.load.Cpu;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Paced;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Plot;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import cash.tuppence.webhook.signing.SigningSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 64 shoppers in a closed loop, with and without callbacks; then at half the rate, how long callbacks take. */
public final class PurchasePart implements Part {
    private static final int SHOPPERS = 64;
    private static final double HALF = 0.5;
    private static final String WITHOUT = "purchases without callbacks";
    private static final String WITH = "purchases with callbacks, all delivered";
    private static final String AT_HALF = "callbacks at half that rate, from commit";
    private static final String AT_FULL = "callbacks at the full rate, from commit";

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        SigningSecret secret = SigningSecret.random();
        Callbacks callbacks = new Callbacks(secret);
        try (Shop silent = new Shop(database);
                Receiver receiver = new Receiver(callbacks);
                Shop telling = new Shop(database)) {
            telling.tell(receiver.url(), secret);
            Report report = Report.of("Whole purchases")
                    .facts(Machine.facts(silent.bench().database.dataSource()))
                    .fact(schedule.toString())
                    .fact(
                            "create, find, pay in the process; callbacks over HTTP to a receiver of one thread that verifies"
                                    + " each; one endpoint; a purchase counts once its callback was received");
            report = measure(report, silent, new Told(telling, callbacks), schedule);
            report = cpu(report, database.pid(), silent, new Told(telling, callbacks), schedule.each());
            silent.bench().requireProved();
            telling.bench().requireProved();
            return report.fact("the audit holds after it");
        }
    }

    private static Report measure(Report report, Shop silent, Told told, Schedule schedule) {
        Trial without =
                new Trial(WITHOUT, duration -> new Callers(SHOPPERS).run(caller -> silent.purchase(), duration));
        Trial with = new Trial(WITH, told::closedLoop);
        Map<String, Measured> full =
                new Rounds(schedule).warmUp(List.of(without, with)).run(List.of(without, with));
        Measured atFull = new Measured(AT_FULL, told.takeCallbackSamples());
        double rate = full.get(WITH).median().perSecond() * HALF;
        Trial paced = new Trial(AT_HALF, duration -> told.paced(rate, duration));
        Measured atHalf = new Rounds(schedule).run(List.of(paced)).get(AT_HALF);
        return report.row(Row.of(full.get(WITHOUT)))
                .row(Row.of(full.get(WITH)))
                .row(Row.of(atFull))
                .row(Row.of(atHalf))
                .bar(Bar.ratio(
                        "purchases with delivery over without",
                        0.6,
                        full.get(WITH).over(full.get(WITHOUT))))
                .bar(Bar.atMost("commit to callback at half rate, p99", 100, atHalf.p99Micros() / 1e3, "ms"))
                .plot(plot(full, atHalf));
    }

    /** One more run of each, for what a purchase costs the processors. */
    private static Report cpu(Report report, long pid, Shop silent, Told told, Duration each) {
        Cpu start = Cpu.of(pid);
        long first = silent.purchases();
        new Callers(SHOPPERS).run(caller -> silent.purchase(), each);
        String without = Cpu.of(pid).since(start, silent.purchases() - first);
        Cpu between = Cpu.of(pid);
        long paid = told.run(each);
        return report.fact("processor time of a purchase without callbacks: " + without)
                .fact("processor time of a purchase with callbacks, the receiver included: "
                        + Cpu.of(pid).since(between, paid));
    }

    private static Plot plot(Map<String, Measured> full, Measured atHalf) {
        return new Plot(
                "purchases",
                "Whole purchases, 64 shoppers",
                "purchases a second",
                List.of("without callbacks", "with callbacks", "at half rate"),
                List.of(new Plot.Series(
                        "median of the rounds",
                        List.of(
                                full.get(WITHOUT).median().perSecond(),
                                full.get(WITH).median().perSecond(),
                                atHalf.median().perSecond()))));
    }

    /** A shop whose callbacks are waited for. */
    private static final class Told {
        private static final Duration PATIENCE = Duration.ofMinutes(2);

        private final Shop shop;
        private final Callbacks callbacks;
        private final List<Sample> atFull = new java.util.ArrayList<>();
        private long expected;

        Told(Shop shop, Callbacks callbacks) {
            this.shop = shop;
            this.callbacks = callbacks;
            this.expected = shop.purchases();
        }

        /** One run in a closed loop; says how many were bought and told of. */
        long run(Duration duration) {
            new Callers(SHOPPERS).run(caller -> shop.purchase(), duration);
            return await();
        }

        /** The rate counts until the last callback has come. */
        Sample closedLoop(Duration duration) {
            long start = System.nanoTime();
            Sample paid = new Callers(SHOPPERS).run(caller -> shop.purchase(), duration);
            long count = await();
            double perSecond = count * 1e9 / (System.nanoTime() - start);
            atFull.add(Sample.of(perSecond, callbacks.takeLatencies()));
            return new Sample(perSecond, paid.p50Micros(), paid.p99Micros());
        }

        Sample paced(double rate, Duration duration) {
            Sample paid = new Paced(SHOPPERS, rate).run(caller -> shop.purchase(), duration);
            await();
            return Sample.of(paid.perSecond(), callbacks.takeLatencies());
        }

        /** Waits for the callback of each purchase, and says how many there were. */
        private long await() {
            long before = expected;
            expected = shop.purchases();
            if (!callbacks.await(expected, PATIENCE)) {
                throw new IllegalStateException(expected - callbacks.received() + " callbacks did not come");
            }
            return expected - before;
        }

        /** Of all rounds; those of the warm-up, the first, left out. */
        List<Sample> takeCallbackSamples() {
            return atFull.subList(1, atFull.size());
        }
    }
}
