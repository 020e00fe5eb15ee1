package cash.tuppence.mail;

/** Takes mails where they are to go. */
public interface Carrier {
    /** For a few mails in a row. */
    Tour begin();

    /** Never throws for what a mail or a server does. */
    interface Tour extends AutoCloseable {
        Fate carry(Letter letter);

        @Override
        void close();
    }
}
