package cash.tuppence.web.file;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All files below one folder of the web application, read at start. */
public final class StaticFiles {
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json",
            "txt", "text/plain;charset=UTF-8");

    private final Map<String, StaticFile> files = new HashMap<>();

    /**
     * @param folder such as {@code /assets/}
     */
    public StaticFiles(ServletContext context, String folder) {
        load(context, folder);
    }

    private void load(ServletContext context, String folder) {
        Set<String> paths = context.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (path.endsWith("/")) {
                load(context, path);
            } else {
                files.put(path, read(context.getResourceAsStream(path), path));
            }
        }
    }

    static StaticFile read(InputStream stream, String path) {
        try (stream) {
            return new StaticFile(stream.readAllBytes(), contentType(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static String contentType(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return Optional.ofNullable(CONTENT_TYPES.get(ending))
                .orElseThrow(() -> new IllegalStateException("no content type is known for " + path));
    }

    /**
     * @param path below the context path, such as {@code /assets/tuppence.css}
     */
    public Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
