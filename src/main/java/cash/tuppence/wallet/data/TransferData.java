package cash.tuppence.wallet.data;

import cash.tuppence.member.data.Dataset;
import cash.tuppence.wallet.activity.Activity;
import cash.tuppence.wallet.activity.ActivityFilter;
import cash.tuppence.wallet.activity.ActivityRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What came into a member's wallet and left it, newest first. */
public final class TransferData {
    private static final int AT_A_TIME = 500;

    private final Activity activity;

    public TransferData(Activity activity) {
        this.activity = activity;
    }

    record Row(
            String id,
            Instant at,
            String direction,
            String state,
            String name,
            String handle,
            String amount,
            String currency,
            String message) {
        static Row of(ActivityRow row) {
            return new Row(
                    row.publicId(),
                    row.at(),
                    row.incoming() ? "in" : "out",
                    row.state().name().toLowerCase(Locale.ROOT),
                    row.name(),
                    row.handle(),
                    row.amount().toDecimal(),
                    row.asset(),
                    row.message());
        }
    }

    public Dataset dataset() {
        return Dataset.of("transfers", Row.class, viewer -> rows(viewer.profileId()));
    }

    private Stream<Row> rows(long profileId) {
        return Stream.iterate(
                        page(profileId, Long.MAX_VALUE),
                        page -> !page.isEmpty(),
                        page -> page.size() < AT_A_TIME
                                ? List.<ActivityRow>of()
                                : page(profileId, page.get(page.size() - 1).position()))
                .flatMap(List::stream)
                .map(Row::of);
    }

    private List<ActivityRow> page(long profileId, long before) {
        return activity.list(profileId, ActivityFilter.ALL, before, AT_A_TIME);
    }
}
