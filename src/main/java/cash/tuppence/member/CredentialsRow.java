package cash.tuppence.member;

/**
 * What signing in needs to know.
 *
 * @param active whether they may
 */
public record CredentialsRow(long memberId, String passwordHash, boolean active) {}
