package cash.tuppence.wallet.event;

import cash.tuppence.ledger.Attachment;
import java.util.List;

/** With a posting: what is to be said once it is true. */
public record Announcements(List<Announcement> all) implements Attachment {
    public Announcements {
        all = List.copyOf(all);
    }

    public static Announcements of(Announcement... all) {
        return new Announcements(List.of(all));
    }
}
