package cash.tuppence.bench;

import cash.tuppence.ledger.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The posting stage beside one transaction a transfer: interleaved rounds, medians, ratios. */
public final class LedgerBench {
    private static final int WALLETS = 10_000;

    private final Duration each = Duration.ofMillis(Long.getLong("bench.millis", 4_000));
    private final Duration warmUp = Duration.ofMillis(Long.getLong("bench.warm-up-millis", 20_000));
    private final int rounds = Integer.getInteger("bench.rounds", 5);
    private final Map<String, List<Traffic.Result>> results = new LinkedHashMap<>();

    private LedgerBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        LedgerBench bench = new LedgerBench();
        try (BenchLedger ledger = new BenchLedger(folder.resolve("data"), WALLETS)) {
            bench.run(ledger);
            System.out.println("the audit holds: " + ledger.isProved());
        }
    }

    private void run(BenchLedger ledger) {
        try (Contender plain = new PlainContender(ledger);
                Contender stage = new StageContender("stage", ledger, List.of(), () -> new Attachment[0])) {
            List<Contender> contenders = List.of(plain, stage);
            contenders.forEach(contender -> new Traffic(64, false).run(contender, WALLETS, warmUp));
            for (int round = 1; round <= rounds; round++) {
                System.out.println("round " + round + " of " + rounds);
                for (Traffic traffic : traffics()) {
                    contenders.forEach(contender -> measure(contender, traffic));
                }
            }
        }
        results.forEach((what, measured) -> System.out.println(line(what, measured)));
    }

    private static List<Traffic> traffics() {
        List<Traffic> traffics = new ArrayList<>();
        for (int callers : new int[] {1, 8, 64, 256}) {
            traffics.add(new Traffic(callers, false));
            traffics.add(new Traffic(callers, true));
        }
        return traffics;
    }

    private void measure(Contender contender, Traffic traffic) {
        results.computeIfAbsent(contender.name() + ", " + traffic, key -> new ArrayList<>())
                .add(traffic.run(contender, WALLETS, each));
    }

    private static String line(String what, List<Traffic.Result> measured) {
        List<Traffic.Result> sorted = measured.stream()
                .sorted(java.util.Comparator.comparingDouble(Traffic.Result::perSecond))
                .toList();
        Traffic.Result median = sorted.get(sorted.size() / 2);
        return "%-45s %8.0f/s  p50 %6d us  p99 %6d us"
                .formatted(what, median.perSecond(), median.p50Micros(), median.p99Micros());
    }
}
