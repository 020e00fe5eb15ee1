package cash.tuppence.bench.process;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.ledger.StageContender;
import cash.tuppence.bench.ledger.Traffic;
import cash.tuppence.bench.load.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A process of its own with a posting stage: runs the traffic that each line of its standard input asks for. */
final class Node {
    private Node() {}

    /** Arguments: URL and user of the database. The password is the first line of standard input. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (BenchLedger ledger = new BenchLedger(arguments[0], arguments[1], orders.readLine());
                StageContender stage = StageContender.plain("stage", ledger)) {
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(run(stage, order.split(" ")));
            }
        }
    }

    /** An order is such as {@code 64 true 10000 4000}: callers, whether hot, wallets, milliseconds. */
    private static String run(StageContender stage, String[] order) {
        Traffic traffic =
                new Traffic(Integer.parseInt(order[0]), Boolean.parseBoolean(order[1]), Integer.parseInt(order[2]));
        Sample sample = traffic.trial(stage).run().apply(Duration.ofMillis(Long.parseLong(order[3])));
        return sample.perSecond() + " " + sample.p50Micros() + " " + sample.p99Micros();
    }
}
