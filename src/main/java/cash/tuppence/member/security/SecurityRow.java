package cash.tuppence.member.security;

/**
 * A line of the overview of one's security.
 *
 * @param label what it is about, such as "Password"
 * @param state how it stands, in a few words
 * @param path the page where it is changed
 * @param action what the link there says, such as "Change"
 */
public record SecurityRow(String label, String state, String path, String action) {}
