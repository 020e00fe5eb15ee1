package cash.tuppence.business;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileKind;
import cash.tuppence.member.Profiles;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** Makes businesses. What one is made of beside its profile has classes of its own. */
public final class Businesses {
    private final Transactions transactions;
    private final Team team;
    private final RedirectSecrets secrets;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Businesses(
            Transactions transactions, Team team, RedirectSecrets secrets, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.team = team;
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A new business with its owner, and a redirect secret for each mode.
     *
     * @param handle one that nobody has
     * @param ownerId a member
     */
    public Profile create(String handle, String name, String about, long ownerId) {
        return transactions.run(session -> insert(session, handle, name, about, ownerId));
    }

    private Profile insert(SqlSession session, String handle, String name, String about, long ownerId) {
        PublicId wallet = keys.newId(Profile.WALLET);
        Profile business = new Profile(wallet.key(), wallet, ProfileKind.BUSINESS, handle, name, about);
        Profiles.add(session, business, Times.now(clock));
        team.join(session, wallet.key(), ownerId, Role.OWNER);
        secrets.set(session, wallet.key(), true, RedirectSecret.random());
        secrets.set(session, wallet.key(), false, RedirectSecret.random());
        return business;
    }
}
