package cash.tuppence.app;

/**
 * Attributes of the servlet context by which the web application and the program that runs it tell each other things; they are
 * loaded by different class loaders and share only the JDK's types.
 */
public final class ServerSignals {

    /** Set by the application when it does not start: why, as a text of one line. */
    public static final String FAILURE = "tuppence.failure";

    /** Set by the program, to {@code Boolean.TRUE}, when the server is about to stop. */
    public static final String DRAINING = "tuppence.draining";

    private ServerSignals() {}
}
