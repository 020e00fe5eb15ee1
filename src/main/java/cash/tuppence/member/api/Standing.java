package cash.tuppence.member.api;

import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.ProfileState;
import cash.tuppence.member.Tier;
import cash.tuppence.member.limit.Tiers;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;

/** Who may come in at all, and whose cash may leave. */
public final class Standing {
    private final Transactions transactions;
    private final Revocations revocations;
    private final Trail trail;

    public Standing(Transactions transactions, Revocations revocations, Trail trail) {
        this.transactions = transactions;
        this.revocations = revocations;
        this.trail = trail;
    }

    /** Once it returns, no node lets a program in for a profile that is not active. */
    public void set(long profileId, ProfileState state) {
        transactions.execute(session -> {
            session.getMapper(ProfileMapper.class).setState(profileId, state);
            revocations.note(session);
            Verb verb = state == ProfileState.ACTIVE ? Verb.PROFILE_RESUMED : Verb.PROFILE_SUSPENDED;
            trail.write(session, Entry.of(verb, profileId));
        });
        revocations.awaitEverywhere();
    }

    /** Notes that it was checked whose profile that is; says whether that was news. */
    public boolean identityConfirmed(long profileId) {
        return transactions.run(session -> {
            boolean raised = Tiers.raise(session, profileId, Tier.IDENTITY);
            if (raised) {
                trail.write(session, Entry.of(Verb.IDENTITY_CONFIRMED, profileId));
            }
            return raised;
        });
    }

    /** Stops a wallet from sending, or lets it send again; what arrives still does. */
    public void freeze(long profileId, boolean frozen) {
        transactions.execute(session -> {
            Accounts.freeze(session, profileId, frozen);
            trail.write(session, Entry.of(frozen ? Verb.PROFILE_FROZEN : Verb.PROFILE_UNFROZEN, profileId));
        });
    }
}
