package cash.tuppence.business;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** Notes who changed what about a team, in the transaction that changes it. */
public final class TeamChanges {
    /** Where nobody is known yet whom it befalls. */
    public static final long NOBODY = 0;

    private final KeyMaker keys;
    private final InstantSource clock;

    public TeamChanges(KeyMaker keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param role afterwards, or until then where there is none afterwards
     */
    public void note(SqlSession session, long profileId, TeamChange change, long actorId, long memberId, Role role) {
        session.getMapper(BusinessMapper.class)
                .insertChange(keys.next(), profileId, change, actorId, memberId, role, Times.now(clock));
    }
}
