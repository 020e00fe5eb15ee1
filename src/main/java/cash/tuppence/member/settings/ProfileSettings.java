package cash.tuppence.member.settings;

import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.FormerHandles;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Revocations;

/** What people show of themselves. */
public final class ProfileSettings {
    private final Transactions transactions;
    private final FormerHandles former;
    private final Revocations changes;

    /**
     * @param changes told of a change of name, since nodes remember names
     */
    public ProfileSettings(Transactions transactions, FormerHandles former, Revocations changes) {
        this.transactions = transactions;
        this.former = former;
        this.changes = changes;
    }

    /** Whether others find that profile by its name. */
    boolean isPublic(long profileId) {
        return transactions.read(
                session -> session.getMapper(ProfileMapper.class).isPublic(profileId));
    }

    void change(long profileId, String name, String about, boolean isPublic) {
        transactions.execute(session -> {
            Profiles.change(session, profileId, name, about);
            session.getMapper(ProfileMapper.class).setPublic(profileId, isPublic);
            changes.note(session);
        });
        changes.awaitEverywhere();
    }

    /**
     * Once it returns, every node knows of it.
     *
     * @throws Refusal where they cannot have it
     */
    void rename(long profileId, String handle) {
        transactions.execute(session -> {
            Profiles.rename(session, former, profileId, handle);
            changes.note(session);
        });
        changes.awaitEverywhere();
    }
}
