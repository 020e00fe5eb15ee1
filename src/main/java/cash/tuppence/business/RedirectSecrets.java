package cash.tuppence.business;

import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The secrets that sign payers' ways back, one for each business and mode. */
public final class RedirectSecrets {
    private final Transactions transactions;
    private final SecretBox box;
    private final InstantSource clock;
    private final Trail trail;

    public RedirectSecrets(Transactions transactions, SecretBox box, InstantSource clock, Trail trail) {
        this.transactions = transactions;
        this.box = box;
        this.clock = clock;
        this.trail = trail;
    }

    /** Sets the business's secret for that mode, in place of one that it may have had. */
    public void set(SqlSession session, long profileId, boolean livemode, RedirectSecret secret) {
        mapper(session).putSecret(profileId, livemode, box.seal(secret.bytes()), Times.now(clock));
    }

    /** Sets a new one at random, in place of the one it has. */
    public void replace(long profileId, boolean livemode) {
        transactions.execute(session -> {
            set(session, profileId, livemode, RedirectSecret.random());
            trail.write(session, Entry.of(Verb.SECRET_REPLACED, profileId).on(mode(livemode)));
        });
    }

    /** As {@link #of}, for somebody who looks at it: that they did is on record. */
    public RedirectSecret show(long profileId, boolean livemode) {
        RedirectSecret secret = of(profileId, livemode);
        transactions.execute(session ->
                trail.write(session, Entry.of(Verb.SECRET_SHOWN, profileId).on(mode(livemode))));
        return secret;
    }

    private static String mode(boolean livemode) {
        return livemode ? "live" : "test";
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
