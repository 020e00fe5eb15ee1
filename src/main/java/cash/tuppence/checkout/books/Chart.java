package cash.tuppence.checkout.books;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sales by day as bars of an SVG picture: one for each day of the month.
 *
 * @param width of the picture, in its own units
 * @param labels days that are named below their bars
 */
public record Chart(int width, int height, List<Bar> bars, List<Label> labels) {
    private static final int HEIGHT = 100;
    private static final int STEP = 20;
    private static final int BAR = 14;
    private static final int LABEL_EVERY = 5;

    /** The bar of one day; one on which little was sold is still seen. */
    public record Bar(int x, int y, int width, int height) {}

    /** The day of the month. */
    public record Label(int x, int day) {}

    static Chart of(Statement statement) {
        int days = statement.month().lengthOfMonth();
        long most = statement.days().stream()
                .mapToLong(day -> day.payments().amount().units())
                .max()
                .orElse(0);
        List<Bar> bars = statement.days().stream()
                .filter(day -> day.payments().amount().isPositive())
                .map(day -> bar(day, most))
                .toList();
        List<Label> labels = IntStream.rangeClosed(1, days)
                .filter(day -> day == 1 || day % LABEL_EVERY == 0)
                .mapToObj(day -> new Label((day - 1) * STEP + STEP / 2, day))
                .toList();
        return new Chart(days * STEP, HEIGHT, bars, labels);
    }

    private static Bar bar(Statement.Day day, long most) {
        LocalDate date = day.date();
        long units = day.payments().amount().units();
        int height = (int) Math.max(1, Math.multiplyExact(units, HEIGHT) / most);
        int x = (date.getDayOfMonth() - 1) * STEP + (STEP - BAR) / 2;
        return new Bar(x, HEIGHT - height, BAR, height);
    }
}
