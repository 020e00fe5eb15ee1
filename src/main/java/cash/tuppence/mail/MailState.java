package cash.tuppence.mail;

/** What became of a mail. */
public enum MailState {
    WAITING,
    /** A mail server took it. */
    SENT,
    /** Nobody tries any more. */
    DEAD
}
