package cash.tuppence.business.data;

import cash.tuppence.business.Businesses;
import cash.tuppence.member.data.Dataset;
import java.util.Locale;
import java.util.stream.Stream;

/** The businesses in whose teams a member is. */
public final class TeamData {
    private final Businesses businesses;

    public TeamData(Businesses businesses) {
        this.businesses = businesses;
    }

    record Row(String handle, String name, String role) {
        static Row of(Businesses.Mine mine) {
            return new Row(
                    mine.profile().handle(),
                    mine.profile().name(),
                    mine.role().name().toLowerCase(Locale.ROOT));
        }
    }

    public Dataset dataset() {
        return Dataset.of("businesses", Row.class, viewer -> rows(viewer.memberId()));
    }

    private Stream<Row> rows(long memberId) {
        return businesses.of(memberId).stream().map(Row::of);
    }
}
