package cash.tuppence.wallet.waiting;

import java.util.Optional;

/**
 * An invitation about which a mail is to be written.
 *
 * @param ended whether it is to its sender, about how it ended
 */
record DueMail(long transferId, long debitAccountId, String email, byte[] sealedTokenOrNull, boolean ended) {
    Optional<byte[]> sealedToken() {
        return Optional.ofNullable(sealedTokenOrNull);
    }
}
