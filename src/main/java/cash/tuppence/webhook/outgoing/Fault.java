package cash.tuppence.webhook.outgoing;

/** Why no answer came. */
public enum Fault {
    /** One came. */
    NONE,
    NAME_UNKNOWN,
    ADDRESS_REFUSED,
    NOT_CONNECTED,
    NOT_TRUSTED,
    TIMED_OUT,
    BROKEN_OFF
}
