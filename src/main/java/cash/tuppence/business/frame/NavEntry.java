package cash.tuppence.business.frame;

/**
 * A link in the navigation of a business.
 *
 * @param section what a page names to say that this is its link
 * @param path below {@code /business/HANDLE}
 */
public record NavEntry(String section, String path, String label) {}
