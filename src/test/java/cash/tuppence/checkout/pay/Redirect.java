package cash.tuppence.checkout.pay;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A way back as a shop reads it, checked by the contract's words and nothing of ours. */
public record Redirect(String address, Map<String, String> values) {
    public static Redirect of(String location) {
        URI url = URI.create(location);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : url.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Redirect(location.substring(0, location.indexOf('?')), values);
    }

    /** Whether the signature is base64(HMAC-SHA256(secret, {checkout}.{timestamp}.{state}.{amount}.{currency}.{reference})). */
    public boolean isSignedWith(String secret) {
        String content = values.get("tuppence_checkout") + "." + values.get("tuppence_timestamp") + "."
                + values.get("tuppence_state") + "." + values.get("tuppence_amount") + "."
                + values.get("tuppence_currency") + "." + values.get("tuppence_reference");
        return values.get("tuppence_signature").equals("v1," + hmac(secret, content));
    }

    private static String hmac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
