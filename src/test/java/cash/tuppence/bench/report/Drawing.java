package cash.tuppence.bench.report;

import java.util.List;
import java.util.Locale;

/** Draws a plot as an SVG of its own colors, which follow the reader's light or dark background. */
final class Drawing {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 380;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 84;
    private static final int BOTTOM = 52;
    private static final int GRID_LINES = 4;
    private static final double WIDEST_COLUMN = 64;
    private static final String LOOK = """
            <style>
              text { font: 12px system-ui, sans-serif; fill: #333; }
              .title { font-size: 15px; font-weight: 600; }
              .value { font-size: 10.5px; text-anchor: middle; }
              .group { text-anchor: middle; }
              .scale { text-anchor: end; }
              .grid { stroke: #ddd; }
              .s0 { fill: #7a869a; } .s1 { fill: #0b6bcb; } .s2 { fill: #d9822b; } .s3 { fill: #2e8b57; }
              @media (prefers-color-scheme: dark) {
                text { fill: #ddd; }
                .grid { stroke: #444; }
                .s0 { fill: #8d99ae; } .s1 { fill: #58a6ff; } .s2 { fill: #f0a35a; } .s3 { fill: #5fc08a; }
              }
            </style>
            """;

    private final Plot plot;
    private final StringBuilder svg = new StringBuilder();
    private final double top;

    private Drawing(Plot plot) {
        this.plot = plot;
        this.top = roundUp(plot.series().stream()
                .flatMap(series -> series.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1));
    }

    static String of(Plot plot) {
        return new Drawing(plot).draw();
    }

    private String draw() {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH + " " + HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(plot.title()))
                .append("\">\n")
                .append(LOOK);
        text("title", LEFT, 26, plot.title() + ", " + plot.unit());
        legend();
        grid();
        for (int group = 0; group < plot.groups().size(); group++) {
            group(group);
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        double x = LEFT;
        for (int i = 0; i < plot.series().size(); i++) {
            String name = plot.series().get(i).name();
            box(i, x, 42, 12, 12);
            text("name", x + 18, 52, name);
            x += 40 + 6.6 * name.length();
        }
    }

    private void grid() {
        for (int i = 0; i <= GRID_LINES; i++) {
            double value = top * i / GRID_LINES;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                    LEFT, WIDTH - RIGHT, y(value), y(value)));
            text("scale", LEFT - 8, y(value) + 4, shortened(value));
        }
    }

    private void group(int group) {
        double room = (WIDTH - LEFT - RIGHT) / (double) plot.groups().size();
        int columns = plot.series().size();
        double width = Math.min(WIDEST_COLUMN, room * 0.8 / columns);
        double middle = LEFT + room * (group + 0.5);
        text("group", middle, HEIGHT - BOTTOM + 22, plot.groups().get(group));
        for (int i = 0; i < columns; i++) {
            double value = plot.series().get(i).values().get(group);
            double x = middle + width * (i - columns / 2.0);
            box(i, x + 1, y(value), width - 2, y(0) - y(value));
            text("value", x + width / 2, y(value) - 5, shortened(value));
        }
    }

    private void box(int series, double x, double y, double width, double height) {
        svg.append(format(
                "<rect class=\"s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                series, x, y, width, height));
    }

    private void text(String look, double x, double y, String text) {
        svg.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", look, x, y, escaped(text)));
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    /** The next of 1, 2, 4, 8 or 10 times a power of ten. */
    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
        return List.of(1, 2, 4, 8, 10).stream()
                .mapToDouble(step -> step * power)
                .filter(step -> step >= value)
                .findFirst()
                .orElse(10 * power);
    }

    private static String shortened(double value) {
        if (value >= 10_000) {
            return format("%.1fk", value / 1000);
        }
        return value >= 100 || value == 0 ? format("%.0f", value) : format("%.2f", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
