package cash.tuppence.member;

/** Whose profile it is. */
public enum ProfileKind {
    PERSON,
    BUSINESS
}
