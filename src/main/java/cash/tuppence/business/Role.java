package cash.tuppence.business;

/** What a member of a business's team is there for. */
public enum Role {
    OWNER,
    MANAGER,
    DEVELOPER,
    CASHIER
}
