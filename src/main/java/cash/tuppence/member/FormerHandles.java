package cash.tuppence.member;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/**
 * Handles that somebody gave up. For a while they lead on to whoever had them; then they lead nowhere, until no node can
 * remember that they did; and only then somebody else may have them, lest cash that is meant for one reaches another.
 */
public final class FormerHandles {
    private static final Duration LEADS_ON = Duration.ofDays(90);
    private static final Duration RESERVED = LEADS_ON.plusDays(1);

    /** Or somebody could keep any number of names from everybody else. */
    private static final int MOST = 3;

    private final Transactions transactions;
    private final InstantSource clock;

    public FormerHandles(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * In the transaction in which that profile came to have that handle, after its row was written: what others gave up
     * meanwhile is seen then.
     *
     * @throws Refusal where somebody else gave it up lately
     */
    static void requireFree(SqlSession session, String handle, long profileId) {
        if (mapper(session).isReserved(handle, profileId)) {
            throw Handles.taken(handle).on("handle");
        }
    }

    /**
     * In the transaction in which a profile changes its handle, whose row is locked.
     *
     * @throws Refusal where it did so too often lately
     */
    void replace(SqlSession session, String former, String chosen, long profileId) {
        requireFree(session, chosen, profileId);
        mapper(session).delete(chosen);
        if (mapper(session).count(profileId) >= MOST) {
            throw new Refusal(Reason.HANDLES_MANY).with(LEADS_ON.toDays()).on("handle");
        }
        mapper(session).insert(former, profileId, Times.now(clock));
    }

    /** In the transaction in which a profile that had that handle is closed: it leads nowhere, and nobody has it for a while. */
    public void retire(SqlSession session, String handle, long profileId) {
        mapper(session).insert(handle, profileId, Times.now(clock));
        mapper(session).leadNowhere(profileId);
    }

    /** Lets go of what was given up long ago. */
    void sweep() {
        Instant now = Times.now(clock);
        transactions.execute(session -> {
            mapper(session).free(now.minus(RESERVED));
            mapper(session).stopLeadingOn(now.minus(LEADS_ON));
        });
    }

    private static FormerHandleMapper mapper(SqlSession session) {
        return session.getMapper(FormerHandleMapper.class);
    }
}
