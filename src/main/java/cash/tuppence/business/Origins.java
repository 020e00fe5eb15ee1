package cash.tuppence.business;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The sites that a business says are its own: payers are sent back to these alone. */
public final class Origins {
    private static final int MOST = 20;

    private final Transactions transactions;
    private final InstantSource clock;
    private final Trail trail;

    public Origins(Transactions transactions, InstantSource clock, Trail trail) {
        this.transactions = transactions;
        this.clock = clock;
        this.trail = trail;
    }

    /** Registers a site; once more changes nothing. */
    public void register(SqlSession session, long profileId, Origin origin) {
        if (mapper(session).insertOrigin(profileId, origin.text(), Times.now(clock)) == 1) {
            trail.write(session, Entry.of(Verb.ORIGIN_ADDED, profileId).on(origin.text()));
        }
    }

    /** As above, in a transaction of its own. */
    public void register(long profileId, Origin origin) {
        transactions.execute(session -> register(session, profileId, origin));
    }

    /**
     * As above, where a member asks for it.
     *
     * @throws Refusal where there are very many already
     */
    public void add(SqlSession session, long profileId, Origin origin) {
        if (mapper(session).origins(profileId).size() >= MOST) {
            throw new Refusal(Reason.ORIGINS_MANY).with(MOST);
        }
        register(session, profileId, origin);
    }

    /** As above, in a transaction of its own. */
    public void add(long profileId, Origin origin) {
        transactions.execute(session -> add(session, profileId, origin));
    }

    /** Removes it, where it is registered. */
    public void remove(long profileId, Origin origin) {
        transactions.execute(session -> remove(session, profileId, origin.text()));
    }

    private void remove(SqlSession session, long profileId, String origin) {
        if (mapper(session).deleteOrigin(profileId, origin) == 1) {
            trail.write(session, Entry.of(Verb.ORIGIN_REMOVED, profileId).on(origin));
        }
    }

    /** Leaves that site as the only one. */
    public void registerOnly(SqlSession session, long profileId, Origin origin) {
        Set<String> others = new HashSet<>(mapper(session).origins(profileId));
        others.remove(origin.text());
        others.forEach(other -> remove(session, profileId, other));
        register(session, profileId, origin);
    }

    public Set<Origin> of(long profileId) {
        return transactions.read(session -> mapper(session).origins(profileId)).stream()
                .map(Origin::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static BusinessMapper mapper(SqlSession session) {
        return session.getMapper(BusinessMapper.class);
    }
}
