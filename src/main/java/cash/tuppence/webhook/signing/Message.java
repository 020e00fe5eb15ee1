package cash.tuppence.webhook.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is said to an endpoint.
 *
 * @param id stays the same however often it is said, so that a receiver can tell a repetition
 * @param body the exact bytes that are sent and signed
 */
public record Message(String id, byte[] body) {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /**
     * The headers that prove it, by Standard Webhooks.
     *
     * @param sentAt of this attempt; receivers refuse what is older than some minutes
     * @param secrets those that are valid now: one, or two while one follows the other
     */
    public Map<String, String> headers(Instant sentAt, List<SigningSecret> secrets) {
        return Map.of(
                ID, id,
                TIMESTAMP, Long.toString(sentAt.getEpochSecond()),
                SIGNATURE, signatures(sentAt, secrets));
    }

    private String signatures(Instant sentAt, List<SigningSecret> secrets) {
        byte[] content = signedContent(sentAt);
        return secrets.stream().map(secret -> secret.sign(content)).collect(Collectors.joining(" "));
    }

    private byte[] signedContent(Instant sentAt) {
        byte[] head = (id + "." + sentAt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }
}
