package cash.tuppence.wallet;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Emails;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Profile;
import java.util.Optional;

/** The ways to say whom cash is for. */
public sealed interface Address {
    /**
     * @param form as it is kept
     */
    record Handle(String form) implements Address {}

    record Wallet(PublicId id) implements Address {}

    /**
     * @param form as it is kept
     */
    record Email(String form) implements Address {}

    /**
     * Reads {@code @handle}, an e-mail address or a wallet's id.
     *
     * @throws Refusal where it can name nobody
     */
    static Address parse(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new Refusal(Reason.MISSING);
        }
        return name.lastIndexOf('@') > 0
                ? new Email(Emails.parse(name))
                : byName(name).orElseThrow(() -> new Refusal(Reason.RECIPIENT_UNKNOWN));
    }

    /** As {@link #parse}; empty where it can name nobody. */
    static Optional<Address> find(String typed) {
        String name = typed.strip();
        return name.lastIndexOf('@') > 0 ? Emails.find(name).map(Email::new) : byName(name);
    }

    private static Optional<Address> byName(String name) {
        if (name.startsWith(Profile.WALLET)) {
            return PublicId.parse(Profile.WALLET, name).map(Wallet::new);
        }
        return Handles.find(name.startsWith("@") ? name.substring(1) : name).map(Handle::new);
    }
}
