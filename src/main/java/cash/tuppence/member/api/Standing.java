package cash.tuppence.member.api;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.ProfileState;

/** Who may come in at all. */
public final class Standing {
    private final Transactions transactions;
    private final Revocations revocations;

    public Standing(Transactions transactions, Revocations revocations) {
        this.transactions = transactions;
        this.revocations = revocations;
    }

    /** Once it returns, no node lets a program in for a profile that is not active. */
    public void set(long profileId, ProfileState state) {
        transactions.execute(session -> {
            session.getMapper(ProfileMapper.class).setState(profileId, state);
            revocations.note(session);
        });
        revocations.awaitEverywhere();
    }
}
