package cash.tuppence.member.settings;

/**
 * A link in the navigation of a member's settings.
 *
 * @param name what a page names to say that this is its link
 */
public record Section(String name, String path, String label) {}
