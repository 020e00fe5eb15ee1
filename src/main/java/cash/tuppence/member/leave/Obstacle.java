package cash.tuppence.member.leave;

/**
 * Something that a member has to deal with before they can leave.
 *
 * @param kind what a page has words for
 * @param name of what it is about; may be empty
 * @param path of the page on which they can; empty where there is none
 */
public record Obstacle(String kind, String name, String path) {}
