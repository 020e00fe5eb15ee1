package cash.tuppence.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Reports as files: each part leaves its own, and what was measured last is drawn and listed together. */
public final class Reports {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    public Reports(Path folder) {
        this.folder = folder;
    }

    /** Prints it and keeps it. */
    public void keep(String part, Report report) throws IOException {
        System.out.println(report.text());
        Files.writeString(
                folder.resolve(part + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        Files.writeString(folder.resolve(part + ".txt"), report.text() + "\n");
    }

    /** Those of these parts that were kept, in this order. */
    public List<Report> read(List<String> parts) throws IOException {
        List<Report> reports = new ArrayList<>();
        for (String part : parts) {
            Path file = folder.resolve(part + ".json");
            if (Files.exists(file)) {
                reports.add(JSON.readValue(Files.readString(file), Report.class));
            }
        }
        return reports;
    }

    /** Writes all tables, all bars and all plots of those parts. */
    public void publish(List<String> parts) throws IOException {
        List<Report> reports = read(parts);
        List<String> bars = reports.stream()
                .flatMap(report -> report.bars().stream())
                .map(Bar::line)
                .toList();
        String text = Stream.concat(
                        reports.stream().map(Report::text), Stream.of("== All bars\n\n" + String.join("\n", bars)))
                .reduce((all, one) -> all + "\n" + one)
                .orElseThrow();
        Files.writeString(folder.resolve("all.txt"), text + "\n");
        System.out.println("\n" + String.join("\n", bars));
        for (Report report : reports) {
            for (Plot plot : report.plots()) {
                Files.writeString(folder.resolve(plot.file() + ".svg"), Drawing.of(plot));
            }
        }
    }
}
