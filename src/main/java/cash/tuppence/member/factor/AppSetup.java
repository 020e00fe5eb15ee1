package cash.tuppence.member.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a page shows to set up an app.
 *
 * @param sealed the secret as the page carries it on
 * @param secret to be typed, in groups
 * @param uri to be scanned
 */
public record AppSetup(String sealed, String secret, String uri) {
    private static final String ISSUER = "Tuppence";

    /** The address by which apps take a secret; all parameters but these are as apps assume anyway. */
    static AppSetup of(String sealed, String base32, String email) {
        String label = ISSUER + ":" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return new AppSetup(
                sealed,
                base32.replaceAll("(.{4})(?!$)", "$1 "),
                "otpauth://totp/" + label + "?secret=" + base32 + "&issuer=" + ISSUER);
    }
}
