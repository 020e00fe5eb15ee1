package cash.tuppence.business.start;

/**
 * Something about a business that needs looking at.
 *
 * @param path of the page where that is done, below {@code /business/HANDLE}
 */
public record Notice(String text, String path) {}
