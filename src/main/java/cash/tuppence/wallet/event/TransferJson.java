package cash.tuppence.wallet.event;

import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A transfer as programs see it, in the API and in events alike. Members that do not apply are null.
 *
 * @param sender such as {@code @payer}: what one would name as recipient to send it back
 * @param recipient such as {@code @friend}, or the e-mail address that an invitation was meant for
 * @param actedBy the person who acted, by handle
 * @param amountPosted zero until it is posted
 * @param metadata the requester's own, as it was sent
 * @param sequence grows with each change: 1 from the start, 2 once what was reserved has ended
 */
public record TransferJson(
        String id,
        String state,
        String kind,
        String sender,
        String recipient,
        String actedBy,
        Money amount,
        Money amountPosted,
        String message,
        JsonNode metadata,
        Instant createdAt,
        Instant expiresAt,
        long sequence) {

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
