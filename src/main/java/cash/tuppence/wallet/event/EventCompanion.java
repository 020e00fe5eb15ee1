package cash.tuppence.wallet.event;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.outbox.Audience;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventRows;
import cash.tuppence.outbox.NewEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes events in the posting's own transaction: what happened and that it is told are true together or not at all. */
public final class EventCompanion implements Companion<Announcements> {
    private final KeyMaker keys;
    private final Audience audience;

    /**
     * @param audience asked when the batch locks: whoever begins to listen hears of what begins after that
     */
    public EventCompanion(KeyMaker keys, Audience audience) {
        this.keys = keys;
        this.audience = audience;
    }

    @Override
    public Class<Announcements> attachment() {
        return Announcements.class;
    }

    @Override
    public Companion.Round<Announcements> begin(List<Announcements> attachments) {
        return new Round(attachments);
    }

    private final class Round implements Companion.Round<Announcements> {
        private final Set<Long> owners = new TreeSet<>();
        private final Set<Long> heard = new HashSet<>();
        private final List<NewEvent> events = new ArrayList<>();

        private Round(List<Announcements> attachments) {
            attachments.stream()
                    .flatMap(announcements -> announcements.all().stream())
                    .forEach(announcement -> owners.add(announcement.ownerId()));
        }

        @Override
        public Optional<SqlText> lock() {
            return owners.isEmpty() ? Optional.empty() : Optional.of(audience.heardOf(owners));
        }

        @Override
        public void read(ResultSet rows) throws SQLException {
            while (rows.next()) {
                heard.add(rows.getLong(1));
            }
        }

        @Override
        public void take(Announcements announcements, Draft draft) {
            announcements.all().forEach(announcement -> events.add(event(announcement, draft)));
        }

        private NewEvent event(Announcement announcement, Draft draft) {
            return new NewEvent(
                    keys.newId(Event.PREFIX),
                    announcement.ownerId(),
                    announcement.type(),
                    announcement.livemode(),
                    announcement.data().apply(draft),
                    draft.at());
        }

        @Override
        public Optional<SqlText> write() {
            return events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(EventRows.insert(events, event -> heard.contains(event.ownerId())));
        }
    }
}
