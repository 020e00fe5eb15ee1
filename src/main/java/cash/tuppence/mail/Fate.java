package cash.tuppence.mail;

/** What came of an attempt. */
public sealed interface Fate {
    /** A server took it, and answers for it from now on. */
    record Taken() implements Fate {}

    /** It will never be taken: there is no such address, or the server wants nothing of the kind. */
    record Refused(String fault) implements Fate {}

    /** Not now, because of this mail or address. */
    record Later(String fault) implements Fate {}

    /** There is no server to talk to, which says nothing about the mail; the others of this tour need not be tried. */
    record Away(String fault) implements Fate {}
}
