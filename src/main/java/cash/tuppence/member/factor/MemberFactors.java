package cash.tuppence.member.factor;

import cash.tuppence.member.passkey.Passkey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a member can show beside their password.
 *
 * @param appSince since when they have an authenticator app
 * @param codesLeft how many recovery codes were not used yet
 */
public record MemberFactors(Optional<Instant> appSince, List<Passkey> passkeys, int codesLeft) {
    public boolean hasApp() {
        return appSince.isPresent();
    }

    public boolean hasPasskeys() {
        return !passkeys.isEmpty();
    }

    /** Whether the password alone lets nobody in. */
    public boolean any() {
        return hasApp() || hasPasskeys();
    }
}
