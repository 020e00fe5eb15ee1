package cash.tuppence.web.file;

import cash.tuppence.db.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A file in memory. */
public final class StaticFile {
    private static final int VERSION_CHARACTERS = 16;

    private final byte[] bytes;
    private final String contentType;
    private final String version;

    StaticFile(byte[] bytes, String contentType) {
        this.bytes = bytes.clone();
        this.contentType = contentType;
        this.version = HexFormat.of().formatHex(Tokens.sha256(bytes)).substring(0, VERSION_CHARACTERS);
    }

    /** Sixteen hexadecimal digits that change with the content. */
    public String version() {
        return version;
    }

    /** The value of an {@code integrity} attribute (Subresource Integrity). */
    public String integrity() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(bytes);
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-384", e);
        }
    }

    void send(HttpServletRequest request, HttpServletResponse response, String cacheControl) throws IOException {
        String tag = "\"" + version + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", cacheControl);
        String known = request.getHeader("If-None-Match");
        // A proxy that compresses makes the tag weak, and may add to it.
        if (known != null && known.contains(version)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
