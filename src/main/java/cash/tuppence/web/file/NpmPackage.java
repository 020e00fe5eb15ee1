package cash.tuppence.web.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The npm package of {@code plugin-js}, to be installed from here: a gzipped tar in the {@code ustar} form (POSIX.1-1988), with
 * everything below {@code package/} as npm has it. It is the same, byte for byte, as long as the files are.
 */
public final class NpmPackage {
    /** What {@code npm pack} takes. */
    static final List<String> FILES = List.of(
            "LICENSE",
            "README.md",
            "browser/index.d.ts",
            "browser/index.js",
            "dist/tuppence.js",
            "package.json",
            "server/callback.js",
            "server/checkouts.js",
            "server/index.d.ts",
            "server/index.js",
            "server/redirect.js",
            "server/signature.js");

    private static final int BLOCK_BYTES = 512;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_BYTES = 8;

    private NpmPackage() {}

    public static StaticFile load() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream tar = new GZIPOutputStream(packed)) {
            for (String file : FILES) {
                append(tar, "package/" + file, read(file));
            }
            tar.write(new byte[2 * BLOCK_BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StaticFile(packed.toByteArray(), "application/gzip");
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream stream = NpmPackage.class.getResourceAsStream("/plugin/package/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the build left out plugin-js/" + file);
            }
            return stream.readAllBytes();
        }
    }

    private static void append(GZIPOutputStream tar, String name, byte[] content) throws IOException {
        tar.write(header(name, content.length));
        tar.write(content);
        tar.write(new byte[(BLOCK_BYTES - content.length % BLOCK_BYTES) % BLOCK_BYTES]);
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK_BYTES];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0" + "%011o\0".formatted(size) + "%011o\0".formatted(0));
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        // The sum is taken as if its own field were blank.
        Arrays.fill(header, CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one;
        }
        put(header, CHECKSUM_AT, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
