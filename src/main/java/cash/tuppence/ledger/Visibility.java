package cash.tuppence.ledger;

/** Who may see a transfer: only its two sides, or anyone. */
public enum Visibility {
    PRIVATE,
    PUBLIC
}
