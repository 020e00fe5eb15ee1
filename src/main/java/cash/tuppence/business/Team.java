package cash.tuppence.business;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Who runs which business, and in which role. */
public final class Team {
    private final Transactions transactions;
    private final InstantSource clock;

    public Team(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a member into the team; one who is in it already keeps their role. */
    public void join(SqlSession session, long profileId, long memberId, Role role) {
        mapper(session).join(profileId, memberId, role, Times.now(clock));
    }

    /** The member's role in that business; empty for strangers. */
    public Optional<Role> roleOf(long memberId, long profileId) {
        return transactions.read(session -> mapper(session).roleOf(profileId, memberId));
    }

    /**
     * Whether a member may not pay that business because they work for it. In play money everybody may: so they try
     * their own shop out.
     */
    public boolean isKeptFromPaying(long memberId, long profileId, boolean livemode) {
        return livemode && roleOf(memberId, profileId).isPresent();
    }

    /** The member's role in that business, and how it stands; empty for strangers. */
    public Optional<Standing> standing(long memberId, long profileId) {
        return transactions.read(session -> mapper(session).standing(profileId, memberId));
    }

    /** As {@link #rolesOf(long)}, in that transaction. */
    public List<Place> rolesOf(SqlSession session, long memberId) {
        return mapper(session).placesOf(memberId);
    }

    /** All places of that member. */
    public List<Place> rolesOf(long memberId) {
        return transactions.read(session -> mapper(session).placesOf(memberId));
    }

    private static BusinessMapper mapper(SqlSession session) {
        return session.getMapper(BusinessMapper.class);
    }
}
