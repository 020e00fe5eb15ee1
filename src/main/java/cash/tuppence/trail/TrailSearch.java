package cash.tuppence.trail;

import cash.tuppence.db.Transactions;
import java.util.Arrays;
import java.util.List;

/** Finds rows of the trail. */
public final class TrailSearch {
    private final Transactions transactions;

    public TrailSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Newest first. */
    public List<TrailRow> find(TrailQuery query) {
        return transactions.read(session -> session.getMapper(TrailMapper.class).search(query));
    }

    /** All that may have been done, by the texts that rows hold. */
    public static List<String> verbs() {
        return Arrays.stream(Verb.values()).map(Verb::text).sorted().toList();
    }
}
