package cash.tuppence.wallet.send;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.CredentialsRow;
import cash.tuppence.member.Emails;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.wallet.Parties;
import java.util.Optional;

/** Finds out whom a sender means. */
public final class Recipients {
    private final Profiles profiles;
    private final Members members;

    public Recipients(Profiles profiles, Members members) {
        this.profiles = profiles;
        this.members = members;
    }

    /**
     * Whom {@code @handle}, an e-mail address or a wallet's id names.
     *
     * @throws Refusal where it names nobody, or the sender
     */
    public Recipient find(String typed, Sender sender) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new Refusal(Reason.MISSING);
        }
        return name.lastIndexOf('@') > 0 ? byEmail(name, sender) : known(byName(name), sender);
    }

    private Optional<Profile> byName(String name) {
        if (name.startsWith(Profile.WALLET)) {
            return profiles.byWalletId(name);
        }
        return profiles.byHandle(name.startsWith("@") ? name.substring(1) : name);
    }

    /** Only an address that was confirmed names a member. To any other the cash waits for whoever gets the link. */
    private Recipient byEmail(String typed, Sender sender) {
        String email = Emails.parse(typed);
        if (isOwn(email, sender)) {
            throw new Refusal(Reason.RECIPIENT_IS_SENDER);
        }
        Optional<Profile> profile = profiles.byConfirmedEmail(email);
        return profile.isPresent() ? known(profile, sender) : new Recipient.Invited(email);
    }

    private boolean isOwn(String email, Sender sender) {
        return members.credentials(email)
                .map(CredentialsRow::memberId)
                .filter(memberId -> memberId == sender.actorId())
                .isPresent();
    }

    private static Recipient known(Optional<Profile> profile, Sender sender) {
        Profile found = profile.orElseThrow(() -> new Refusal(Reason.RECIPIENT_UNKNOWN));
        if (found.id() == sender.party().profileId()) {
            throw new Refusal(Reason.RECIPIENT_IS_SENDER);
        }
        return new Recipient.Known(Parties.of(found));
    }
}
