package cash.tuppence.checkout;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.wallet.event.Announcements;
import java.util.List;
import java.util.Optional;

/** A companion that breaks the batch in its last statement, after all others have written, while it is told to. */
public final class Breaker implements Companion<Announcements> {
    public volatile boolean breaks;

    @Override
    public Class<Announcements> attachment() {
        return Announcements.class;
    }

    @Override
    public Round<Announcements> begin(List<Announcements> attachments) {
        return new Round<>() {
            @Override
            public void take(Announcements attachment, Draft draft) {}

            @Override
            public Optional<SqlText> write() {
                return breaks ? Optional.of(SqlText.of("insert into no_such_table values (1)")) : Optional.empty();
            }
        };
    }
}
