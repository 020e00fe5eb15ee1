package cash.tuppence.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one part of the benchmarks came to.
 *
 * @param facts sentences: the machine, the settings, what was proved meanwhile
 */
public record Report(String title, List<String> facts, List<Row> rows, List<Bar> bars, List<Plot> plots) {
    public static Report of(String title) {
        return new Report(title, List.of(), List.of(), List.of(), List.of());
    }

    public Report fact(String fact) {
        return new Report(title, with(facts, fact), rows, bars, plots);
    }

    public Report facts(List<String> more) {
        return new Report(title, join(facts, more), rows, bars, plots);
    }

    public Report row(Row row) {
        return new Report(title, facts, with(rows, row), bars, plots);
    }

    public Report bar(Bar bar) {
        return new Report(title, facts, rows, with(bars, bar), plots);
    }

    public Report plot(Plot plot) {
        return new Report(title, facts, rows, bars, with(plots, plot));
    }

    /** As people read it. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("== " + title);
        facts.forEach(fact -> lines.add("   " + fact));
        lines.add("");
        add(lines, rows, Row::line);
        add(lines, bars, Bar::line);
        return String.join("\n", lines);
    }

    private static <T> void add(List<String> lines, List<T> all, Function<T, String> line) {
        all.stream().map(line).forEach(lines::add);
        if (!all.isEmpty()) {
            lines.add("");
        }
    }

    private static <T> List<T> with(List<T> some, T one) {
        return join(some, List.of(one));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
