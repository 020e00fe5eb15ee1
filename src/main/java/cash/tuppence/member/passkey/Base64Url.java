package cash.tuppence.member.passkey;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Base64;

/** Bytes as WebAuthn's JSON writes them: RFC 4648, section 5, without padding. */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * @throws Refusal where it is nothing of the kind
     */
    static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Reason.PASSKEY_REFUSED);
        }
    }
}
