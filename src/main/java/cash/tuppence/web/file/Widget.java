package cash.tuppence.web.file;

import java.io.InputStream;
import java.util.Optional;

/** The widget that stores embed, as the build put it on the class path. */
public final class Widget {
    private static final String RESOURCE = "/plugin/tuppence.js";

    private final StaticFile file;

    private Widget(StaticFile file) {
        this.file = file;
    }

    /** The widget, or empty where it was not built. */
    public static Optional<Widget> load() {
        InputStream stream = Widget.class.getResourceAsStream(RESOURCE);
        return stream == null ? Optional.empty() : Optional.of(new Widget(StaticFiles.read(stream, RESOURCE)));
    }

    StaticFile file() {
        return file;
    }

    /** The path whose content never changes, for use with {@link #integrity()}. */
    public String immutablePath() {
        return "/plugin/v1/tuppence-" + file.version() + ".js";
    }

    public String integrity() {
        return file.integrity();
    }
}
