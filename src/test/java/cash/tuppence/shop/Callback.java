package cash.tuppence.shop;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A callback made by hand from the words of Standard Webhooks, true or forged. */
record Callback(String id, String timestamp, String signature, String body) {
    static final String CALLBACK_SECRET = "tuppence-demo-callback-secret!!";
    static final String REDIRECT_SECRET = "tuppence-demo-redirect-secret!!";

    /** What Tuppence would send of that checkout now. */
    static Callback of(String id, JsonNode checkout) {
        String body = "{\"type\":\"checkout.paid\",\"timestamp\":\"" + Instant.now() + "\",\"livemode\":true,\"data\":"
                + checkout + "}";
        return new Callback(id, Long.toString(Instant.now().getEpochSecond()), "", body).signedWith(CALLBACK_SECRET);
    }

    Callback signedWith(String secret) {
        return withSignature("v1," + hmac(secret, id + "." + timestamp + "." + body));
    }

    Callback withSignature(String other) {
        return new Callback(id, timestamp, other, body);
    }

    Callback withId(String other) {
        return new Callback(other, timestamp, signature, body);
    }

    Callback withBody(String other) {
        return new Callback(id, timestamp, signature, other);
    }

    Callback older(Duration by) {
        return new Callback(id, Long.toString(Long.parseLong(timestamp) - by.toSeconds()), signature, body);
    }

    Reply sendTo(String shop) {
        TestBrowser sender = new TestBrowser(shop);
        return sender.send(sender.request("/callback")
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
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
