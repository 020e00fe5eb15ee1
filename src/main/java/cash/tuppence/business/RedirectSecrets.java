package cash.tuppence.business;

import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The secrets that sign payers' ways back, one for each business and mode. */
public final class RedirectSecrets {
    private final Transactions transactions;
    private final SecretBox box;
    private final InstantSource clock;

    public RedirectSecrets(Transactions transactions, SecretBox box, InstantSource clock) {
        this.transactions = transactions;
        this.box = box;
        this.clock = clock;
    }

    /** Sets the business's secret for that mode, in place of one that it may have had. */
    public void set(SqlSession session, long profileId, boolean livemode, RedirectSecret secret) {
        mapper(session).putSecret(profileId, livemode, box.seal(secret.bytes()), Times.now(clock));
    }

    /** Sets a new one at random, in place of the one it has. */
    public void replace(long profileId, boolean livemode) {
        transactions.execute(session -> set(session, profileId, livemode, RedirectSecret.random()));
    }

    /** The business's secret for that mode; every business has both from its first day. */
    public RedirectSecret of(long profileId, boolean livemode) {
        Optional<byte[]> sealed = transactions
                .read(session -> mapper(session).secret(profileId, livemode))
                .map(SealedSecret::sealed);
        return RedirectSecret.ofBytes(box.open(sealed.orElseThrow(
                () -> new IllegalStateException("business " + profileId + " has no redirect secret"))));
    }

    private static BusinessMapper mapper(SqlSession session) {
        return session.getMapper(BusinessMapper.class);
    }
}
