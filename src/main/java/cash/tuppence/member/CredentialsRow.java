package cash.tuppence.member;

/** What signing in needs to know. */
public record CredentialsRow(long memberId, String passwordHash) {}
