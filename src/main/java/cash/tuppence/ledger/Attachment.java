package cash.tuppence.ledger;

/** What a posting carries for a {@link Companion}: a feature's own record, such as which checkout is being paid. */
public interface Attachment {}
