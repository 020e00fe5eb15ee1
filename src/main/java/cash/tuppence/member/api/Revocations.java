package cash.tuppence.member.api;

import cash.tuppence.db.Transactions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.ibatis.session.SqlSession;

/**
 * Lets nodes remember whom a secret speaks for, and still have a revocation hold everywhere once it is answered: a node
 * trusts what it remembers only for a short lease after it last looked whether anything was revoked, and whoever revokes
 * waits until all such leases are over. See docs/decisions/013.
 */
public final class Revocations {
    private static final Duration LEASE = Duration.ofMillis(50);

    /** Clocks of two machines do not tick quite alike. */
    private static final Duration LEASES_ARE_OVER = LEASE.plusMillis(10);

    private final Transactions transactions;
    private volatile Seen seen = new Seen(-1, System.nanoTime() - LEASE.toNanos());

    /**
     * @param readAtNanos before the read began
     */
    private record Seen(long revision, long readAtNanos) {
        boolean isFresh() {
            return System.nanoTime() - readAtNanos < LEASE.toNanos();
        }
    }

    public Revocations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How often something was revoked so far: what was learned under a smaller number has to be asked for again. */
    public long revision() {
        Seen last = seen;
        return last.isFresh() ? last.revision() : look();
    }

    /** One look is for all that wait meanwhile. */
    private synchronized long look() {
        if (!seen.isFresh()) {
            long before = System.nanoTime();
            long revision = transactions.read(
                    session -> session.getMapper(AccessTokenMapper.class).revision());
            seen = new Seen(revision, before);
        }
        return seen.revision();
    }

    /** In the transaction that revokes something. Call {@link #awaitEverywhere} after it. */
    public void note(SqlSession session) {
        session.getMapper(AccessTokenMapper.class).nextRevision();
    }

    /** Returns once no node lets in what was noted, in a transaction that is over by now. */
    public void awaitEverywhere() {
        long begun = System.nanoTime();
        seen = new Seen(seen.revision(), begun - LEASE.toNanos());
        long left = LEASES_ARE_OVER.toNanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = begun + LEASES_ARE_OVER.toNanos() - System.nanoTime();
        }
    }
}
