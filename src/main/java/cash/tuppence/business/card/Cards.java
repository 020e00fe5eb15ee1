package cash.tuppence.business.card;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Revocations;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** What businesses show of themselves. */
public final class Cards {
    private final Transactions transactions;
    private final Revocations changes;
    private final InstantSource clock;

    /**
     * @param changes told of a change of name, since nodes remember names
     */
    public Cards(Transactions transactions, Revocations changes, InstantSource clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
    }

    public Card of(long profileId) {
        return ofAll(Set.of(profileId)).getOrDefault(profileId, Card.NONE);
    }

    /** Those of many, by profile; one that is no business is left out. */
    public Map<Long, Card> ofAll(Collection<Long> profileIds) {
        if (profileIds.isEmpty()) {
            return Map.of();
        }
        return transactions.read(session -> mapper(session).cards(profileIds)).stream()
                .collect(Collectors.toMap(CardRow::profileId, CardRow::toCard));
    }

    /** Changes what a business says of itself, its name included; its picture stays. */
    public void change(long profileId, String name, String about, Card card) {
        transactions.execute(session -> {
            Profiles.change(session, profileId, name, about);
            mapper(session).update(profileId, card.address(), card.contactEmail(), card.color(), Times.now(clock));
            changes.note(session);
        });
        changes.awaitEverywhere();
    }

    private static CardMapper mapper(SqlSession session) {
        return session.getMapper(CardMapper.class);
    }
}
