package cash.tuppence.member.session;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.signin.SessionLimits;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.ibatis.session.SqlSession;

/** The places where members are signed in. What ends here is over on all nodes when the method returns. */
public final class SignedIn {
    private static final int MOST = 100;

    private final Transactions transactions;
    private final Revocations revocations;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final Trail trail;

    public SignedIn(
            Transactions transactions,
            Revocations revocations,
            InstantSource clock,
            SessionLimits limits,
            Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.clock = clock;
        this.limits = limits;
        this.trail = trail;
    }

    List<SignedInRow> of(long memberId) {
        Instant now = clock.instant();
        return transactions.read(session -> session.getMapper(SignedInMapper.class)
                .of(
                        memberId,
                        now.minus(limits.idle()),
                        now.minus(limits.longest()),
                        now.minus(limits.remembered()),
                        MOST));
    }

    /** Signs a member out there, where it is theirs. */
    void end(long memberId, long id) {
        endAll(session -> {
            SignedInMapper mapper = session.getMapper(SignedInMapper.class);
            int ended = mapper.forget(memberId, id) + mapper.end(memberId, id);
            revocations.note(session);
            if (ended > 0) {
                trail.write(session, Entry.of(Verb.SESSION_ENDED, memberId).on(id));
            }
        });
    }

    /**
     * @param ends ends sessions, and notes that with the revocations
     */
    void endAll(Consumer<SqlSession> ends) {
        transactions.execute(ends);
        revocations.awaitEverywhere();
    }
}
