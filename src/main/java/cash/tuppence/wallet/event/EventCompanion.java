package cash.tuppence.wallet.event;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Draft;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventRows;
import cash.tuppence.outbox.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes events in the posting's own transaction: what happened and that it is told are true together or not at all. */
public final class EventCompanion implements Companion<Announcements> {
    private final KeyMaker keys;

    public EventCompanion(KeyMaker keys) {
        this.keys = keys;
    }

    @Override
    public Class<Announcements> attachment() {
        return Announcements.class;
    }

    @Override
    public Companion.Round<Announcements> begin(List<Announcements> attachments) {
        return new Round();
    }

    private final class Round implements Companion.Round<Announcements> {
        private final List<NewEvent> events = new ArrayList<>();

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
            return events.isEmpty() ? Optional.empty() : Optional.of(EventRows.insert(events));
        }
    }
}
