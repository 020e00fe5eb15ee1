package cash.tuppence.business.connect;

import cash.tuppence.core.Reason;
import cash.tuppence.web.Faults;
import java.util.Optional;

/**
 * The body with which a program comes for its key. Members that were not sent are null.
 *
 * @param returnUrl where the code was sent
 * @param codeVerifier what the challenge is the hash of
 */
record TokenRequest(String code, String returnUrl, String codeVerifier) {
    /** The same, with nothing missing. */
    TokenRequest complete() {
        Faults faults = new Faults();
        TokenRequest complete = new TokenRequest(
                required(faults, "code", code),
                required(faults, WishForm.RETURN_URL, returnUrl),
                required(faults, "code_verifier", codeVerifier));
        faults.throwIfAny();
        return complete;
    }

    private static String required(Faults faults, String name, String valueOrNull) {
        String value = Optional.ofNullable(valueOrNull).orElse("");
        if (value.isEmpty()) {
            faults.add(name, Reason.MISSING);
        }
        return value;
    }
}
