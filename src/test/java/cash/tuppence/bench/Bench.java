package cash.tuppence.bench;

import cash.tuppence.bench.audit.AuditPart;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.growth.GrowthPart;
import cash.tuppence.bench.hot.HotPart;
import cash.tuppence.bench.ledger.LedgerPart;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.process.ProcessPart;
import cash.tuppence.bench.purchase.CallbacksPart;
import cash.tuppence.bench.purchase.PurchasePart;
import cash.tuppence.bench.report.Reports;
import cash.tuppence.bench.rest.RestPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one part, or lists and draws what the parts have left; called by {@code script/bench}. */
public final class Bench {
    private static final String PUBLISH = "publish";
    private static final Map<String, Part> PARTS = parts();

    private Bench() {}

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("ledger", new LedgerPart());
        parts.put("hot", new HotPart());
        parts.put("rest", new RestPart());
        parts.put("purchases", new PurchasePart());
        parts.put("callbacks", new CallbacksPart());
        parts.put("processes", new ProcessPart());
        parts.put("growth", new GrowthPart());
        parts.put("audit", new AuditPart());
        return parts;
    }

    /** Arguments: the folder of results, the part, and a folder for data that is removed afterwards. */
    public static void main(String[] arguments) throws Exception {
        Reports reports = new Reports(Path.of(arguments[0]));
        if (arguments[1].equals(PUBLISH)) {
            reports.publish(List.copyOf(PARTS.keySet()));
        } else {
            run(arguments[1], Path.of(arguments[2]), reports);
        }
    }

    private static void run(String name, Path data, Reports reports) throws Exception {
        Part part = PARTS.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the parts are " + String.join(", ", PARTS.keySet()));
        }
        Files.createDirectories(data);
        try (BenchDatabase database = new BenchDatabase(data)) {
            reports.keep(name, part.run(database, Schedule.ofProperties()));
        }
    }
}
