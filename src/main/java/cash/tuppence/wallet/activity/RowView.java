package cash.tuppence.wallet.activity;

import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A row of a list of transfers, as the templates take it. */
public record RowView(
        String id, String direction, String name, String state, String message, Money amount, Instant at) {
    static List<RowView> of(List<ActivityRow> rows) {
        return rows.stream().map(RowView::of).toList();
    }

    private static RowView of(ActivityRow row) {
        return new RowView(
                row.publicId(),
                row.incoming() ? "in" : "out",
                row.name(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.message(),
                row.amount(),
                row.at());
    }
}
