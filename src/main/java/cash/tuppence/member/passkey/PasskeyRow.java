package cash.tuppence.member.passkey;

import java.time.Instant;
import java.util.Optional;

/** A row of {@code passkeys}; {@code lastUsedAt} is null where it never was used. */
record PasskeyRow(
        long id,
        long memberId,
        byte[] credentialId,
        byte[] credential,
        long signCount,
        boolean backupEligible,
        String name,
        Instant createdAt,
        Instant lastUsedAt) {

    Passkey passkey() {
        return new Passkey(
                Base64Url.encode(credentialId), name, backupEligible, createdAt, Optional.ofNullable(lastUsedAt));
    }
}
