package cash.tuppence.app.config;

import java.util.Locale;

/** Where a setting's value comes from; a later layer wins. */
public enum Layer {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE,
    /** What a servlet container hands to the web application, and what the program found out while it started. */
    CONTEXT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
