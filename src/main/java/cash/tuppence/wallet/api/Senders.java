package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.send.Sender;

/** Whose cash a program sends. */
public final class Senders {
    private final Profiles profiles;
    private final Members members;

    public Senders(Profiles profiles, Members members) {
        this.profiles = profiles;
        this.members = members;
    }

    Sender of(Caller caller) {
        return profiles.byId(caller.profileId())
                .map(profile -> new Sender(
                        Parties.of(profile),
                        caller.memberId(),
                        members.viewer(caller.memberId()).map(Parties::of)))
                .orElseThrow(() -> new Refusal(Reason.UNAUTHORIZED));
    }
}
