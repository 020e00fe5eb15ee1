package cash.tuppence.member.notification;

import cash.tuppence.db.SqlText;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Audience;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** Who wants which mail. */
public final class Notifications {
    private final Transactions transactions;

    public Notifications(Transactions transactions) {
        this.transactions = transactions;
    }

    Set<Notification> of(long memberId) {
        Set<Notification> wanted = EnumSet.noneOf(Notification.class);
        for (Notification kind : Notification.values()) {
            if (kind.byDefault()) {
                wanted.add(kind);
            }
        }
        transactions.read(session -> mapper(session).of(memberId)).forEach(choice -> apply(choice, wanted));
        return wanted;
    }

    private static void apply(ChoiceRow choice, Set<Notification> wanted) {
        if (choice.wanted()) {
            wanted.add(choice.kind());
        } else {
            wanted.remove(choice.kind());
        }
    }

    void choose(long memberId, Set<Notification> wanted) {
        transactions.execute(session -> {
            for (Notification kind : Notification.values()) {
                mapper(session).choose(memberId, kind, wanted.contains(kind));
            }
        });
    }

    /** Those of the members who want it. */
    public static List<Reader> readers(SqlSession session, Collection<Long> memberIds, Notification kind) {
        return memberIds.isEmpty() ? List.of() : mapper(session).readers(memberIds, kind);
    }

    /** The person with that profile, where they want it; nobody for a business. */
    public static List<Reader> readersOf(SqlSession session, long profileId, Notification kind) {
        return mapper(session).readersOf(profileId, kind);
    }

    /** Who hears of what they receive. */
    public static Audience audience() {
        return owners -> SqlText.of("select profile_id from notification_choices"
                        + " where kind = 'cash_received' and wanted and profile_id in ")
                .in(owners);
    }

    private static NotificationMapper mapper(SqlSession session) {
        return session.getMapper(NotificationMapper.class);
    }
}
