package cash.tuppence.wallet.invitation;

import java.util.Optional;

/** A row of {@code invitations}. */
public record InvitationRow(long transferId, long debitAccountId, byte[] sealedTokenOrNull, String email) {
    /** What stands in the link, encrypted; empty once the waiting ended. */
    public Optional<byte[]> sealedToken() {
        return Optional.ofNullable(sealedTokenOrNull);
    }
}
