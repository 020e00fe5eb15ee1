package cash.tuppence.member.picture;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** A picture as a form sends it. */
public final class Upload {
    public static final String FIELD = "picture";

    private Upload() {}

    /**
     * The file's bytes, at most one more than a picture may have.
     *
     * @throws Refusal where none was sent
     */
    public static byte[] of(Page page) throws IOException {
        try {
            Part part = page.request().getPart(FIELD);
            if (part == null || part.getSize() == 0) {
                throw new Refusal(Reason.PICTURE_MISSING);
            }
            try (InputStream in = part.getInputStream()) {
                return in.readNBytes(PictureMaker.MOST_BYTES + 1);
            }
        } catch (ServletException notMultipart) {
            throw new Refusal(Reason.PICTURE_MISSING);
        }
    }
}
