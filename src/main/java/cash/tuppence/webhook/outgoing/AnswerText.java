package cash.tuppence.webhook.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** What we read of an answer's body. */
final class AnswerText {
    private static final int MOST_KEPT_BYTES = 2_000;

    /** A longer body is not read to its end, so its connection cannot be used again. */
    private static final int MOST_READ_BYTES = 64 * 1024;

    private AnswerText() {}

    /** Its beginning, so much as a log page shows. */
    static String read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        InputStream body = entity.getContent();
        byte[] kept = body.readNBytes(MOST_KEPT_BYTES);
        body.readNBytes(MOST_READ_BYTES);
        return printable(new String(kept, StandardCharsets.UTF_8));
    }

    /** A character that was cut in half at the end, and control characters, are left out. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]|\uFFFD$", "");
    }
}
