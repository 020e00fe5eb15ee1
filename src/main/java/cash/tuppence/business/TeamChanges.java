package cash.tuppence.business;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;

/** Notes who changed what about a team, in the transaction that changes it. */
public final class TeamChanges {
    /** Where nobody is known yet whom it befalls. */
    public static final long NOBODY = 0;

    private final KeyMaker keys;
    private final InstantSource clock;
    private final Trail trail;

    public TeamChanges(KeyMaker keys, InstantSource clock, Trail trail) {
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * @param role afterwards, or until then where there is none afterwards
     */
    public void note(SqlSession session, long profileId, TeamChange change, long actorId, long memberId, Role role) {
        session.getMapper(BusinessMapper.class)
                .insertChange(keys.next(), profileId, change, actorId, memberId, role, Times.now(clock));
        Map<String, String> place = Map.of("role", role.name().toLowerCase(Locale.ROOT));
        Entry entry = Entry.of(change.verb(), profileId).on(memberId);
        trail.write(session, change.ends() ? entry.from(place) : entry.to(place));
    }
}
