package cash.tuppence.webhook.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** The beginning of an answer's body. */
final class AnswerText {
    private static final int MOST_KEPT_BYTES = 2_000;

    /** A body longer than this is not read to its end; its connection is given up instead. */
    private static final int MOST_READ_BYTES = 64 * 1024;

    private AnswerText() {}

    static String read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        InputStream body = entity.getContent();
        byte[] kept = body.readNBytes(MOST_KEPT_BYTES);
        if (readsToEnd(body)) {
            body.close();
        }
        return printable(new String(kept, StandardCharsets.UTF_8));
    }

    private static boolean readsToEnd(InputStream body) throws IOException {
        byte[] rest = body.readNBytes(MOST_READ_BYTES);
        return rest.length < MOST_READ_BYTES;
    }

    /** What a log page can show: a character that was cut in half at the end, and control characters, are left out. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]|�$", "");
    }
}
