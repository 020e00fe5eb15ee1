package cash.tuppence.wallet.send;

import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Holder;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import java.util.Optional;

/**
 * Whose cash it is, and the member who acts.
 *
 * @param actorId the member, or 0 where a program acts for a business
 * @param actor that member; empty where a program acts
 */
public record Sender(Party party, long actorId, Optional<Party> actor) {
    public static Sender of(Viewer viewer) {
        Party self = Parties.of(viewer);
        return new Sender(self, viewer.memberId(), Optional.of(self));
    }

    public static Sender of(Holder holder) {
        return new Sender(holder.party(), holder.memberId(), Optional.of(holder.member()));
    }

    /** Whether whoever acts does so for themselves, and not for a business. */
    boolean actsForSelf() {
        return actor.filter(this::isParty).isPresent();
    }

    /** Whether that is the one whose cash it is. */
    boolean isParty(Party other) {
        return other.profileId() == party.profileId();
    }
}
