package cash.tuppence.member;

/** Whether a profile takes part. Only an active one signs in, lets programs in, and is found. */
public enum ProfileState {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
