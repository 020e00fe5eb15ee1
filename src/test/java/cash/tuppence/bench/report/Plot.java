package cash.tuppence.bench.report;

import java.util.List;

/**
 * Figures to be drawn as groups of columns.
 *
 * @param file its name without an ending
 * @param groups what stands below the columns
 * @param series one column in each group, all of one color
 */
public record Plot(String file, String title, String unit, List<String> groups, List<Series> series) {
    public record Series(String name, List<Double> values) {}
}
