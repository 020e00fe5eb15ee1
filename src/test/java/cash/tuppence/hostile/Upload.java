package cash.tuppence.hostile;

import cash.tuppence.hostile.Actor.Sent;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** A file that is not the picture which was asked for. */
record Upload(String name, String fileName, String type, byte[] content) {
    static final String BOUNDARY = "boundary-of-the-hostile-walk";

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static List<Upload> all() {
        byte[] cut = Arrays.copyOf(DOT, DOT.length / 2);
        return List.of(
                new Upload("nothing", "a.png", "image/png", new byte[0]),
                text(
                        "a picture that runs",
                        "a.svg",
                        "image/svg+xml",
                        "<svg xmlns='http://www.w3.org/2000/svg'><hx7q/></svg>"),
                text("a page", "a.png", "image/png", "<html><script>hx7q()</script></html>"),
                text("a bomb of entities", "a.svg", "image/svg+xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;&b;</svg>"),
                new Upload("half a picture", "a.png", "image/png", cut),
                new Upload("a picture of two thousand million dots", "a.png", "image/png", enormous()),
                new Upload("a name with a path", "../../../../x\u0000\r\n\"<hx7q>.png", "image/png", cut),
                new Upload("far too much", "a.png", "image/png", new byte[2 * 1024 * 1024]),
                new Upload("a type that is none", "a.png", "<hx7q>/${7919*7907}", new byte[] {1, 2, 3}));
    }

    /** One that is fine. */
    static Upload picture() {
        return new Upload("a picture", "a.png", "image/png", DOT);
    }

    private static Upload text(String name, String fileName, String type, String content) {
        return new Upload(name, fileName, type, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Says of itself that it is 46,000 dots wide and high. */
    private static byte[] enormous() {
        byte[] picture = DOT.clone();
        ByteBuffer header = ByteBuffer.wrap(picture);
        header.putInt(16, 46_000).putInt(20, 46_000);
        CRC32 check = new CRC32();
        check.update(picture, 12, 17);
        header.putInt(29, (int) check.getValue());
        return picture;
    }

    byte[] body(List<Sent> fields, String file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Sent field : fields) {
            write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n");
            write(body, decoded(field.encodedValue()) + "\r\n");
        }
        write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"");
        write(body, fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return encoded;
        }
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
