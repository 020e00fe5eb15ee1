package cash.tuppence.bench.purchase;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Paced;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import cash.tuppence.webhook.signing.SigningSecret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** 50 payments a second, each told to ten endpoints, of which one takes connections and never answers. */
public final class CallbacksPart implements Part {
    private static final int LIVING = 9;
    private static final int PER_SECOND = 50;
    private static final int SHOPPERS = 16;
    private static final double MOST_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NAME = "callbacks of nine beside a dead one, from the payment";

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        try (Dead dead = new Dead();
                Hearers hearers = new Hearers();
                Shop shop = new Shop(database)) {
            shop.tell(dead.url(), SigningSecret.random());
            hearers.listenTo(shop);
            Trial trial = new Trial(NAME, duration -> paced(shop, hearers, duration));
            Measured measured = new Rounds(schedule)
                    .warmUp(List.of(trial))
                    .run(List.of(trial))
                    .get(NAME);
            shop.bench().requireProved();
            return Report.of("Callbacks beside a dead endpoint")
                    .facts(Machine.facts(shop.bench().database.dataSource()))
                    .fact(schedule.toString())
                    .fact(PER_SECOND + " payments a second, ten endpoints; the dead one takes connections and never"
                            + " answers, so that each attempt ends after ten seconds")
                    .fact("from when a payment is decided, just before its commit, to when its callback is verified;"
                            + " the rate is of callbacks")
                    .row(Row.of(measured))
                    .bar(Bar.atMost("payment to callback, p99", MOST_MILLIS, measured.p99Micros() / 1e3, "ms"));
        }
    }

    private static Sample paced(Shop shop, Hearers hearers, Duration duration) {
        long start = System.nanoTime();
        long before = shop.purchases();
        new Paced(SHOPPERS, PER_SECOND).run(caller -> shop.purchase(), duration);
        hearers.await(shop.purchases());
        double seconds = (System.nanoTime() - start) / 1e9;
        return Sample.of((shop.purchases() - before) * LIVING / seconds, hearers.takeLatencies());
    }

    /** Those that answer. */
    private static final class Hearers implements AutoCloseable {
        private final List<Callbacks> callbacks = new ArrayList<>();
        private final List<Receiver> receivers = new ArrayList<>();

        void listenTo(Shop shop) throws IOException {
            for (int i = 0; i < LIVING; i++) {
                SigningSecret secret = SigningSecret.random();
                Callbacks one = new Callbacks(secret);
                Receiver receiver = new Receiver(one);
                callbacks.add(one);
                receivers.add(receiver);
                shop.tell(receiver.url(), secret);
            }
        }

        void await(long purchases) {
            for (Callbacks one : callbacks) {
                if (!one.await(purchases, PATIENCE)) {
                    throw new IllegalStateException((purchases - one.received()) + " callbacks did not come");
                }
            }
        }

        long[] takeLatencies() {
            return callbacks.stream()
                    .flatMapToLong(one -> LongStream.of(one.takeLatencies()))
                    .toArray();
        }

        @Override
        public void close() throws IOException {
            for (Receiver receiver : receivers) {
                receiver.close();
            }
        }
    }
}
