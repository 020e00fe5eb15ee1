package cash.tuppence.bench.report;

/**
 * What is demanded, and what it came to.
 *
 * @param atLeast whether more is better
 * @param unit such as {@code ×} or {@code ms}
 */
public record Bar(String name, boolean atLeast, double limit, double measured, String unit) {
    /** A ratio that may not be lower. */
    public static Bar ratio(String name, double limit, double measured) {
        return new Bar(name, true, limit, measured, "×");
    }

    public static Bar atMost(String name, double limit, double measured, String unit) {
        return new Bar(name, false, limit, measured, unit);
    }

    public boolean isMet() {
        return atLeast ? measured >= limit : measured <= limit;
    }

    String line() {
        return "%-62s %s %-10s %-10s %s"
                .formatted(
                        name,
                        atLeast ? "≥" : "≤",
                        number(limit) + suffix(),
                        number(measured) + suffix(),
                        isMet() ? "met" : "missed");
    }

    private String suffix() {
        return unit.length() > 1 ? " " + unit : unit;
    }

    private static String number(double value) {
        return value >= 100 ? "%.0f".formatted(value) : "%.2f".formatted(value);
    }
}
