package cash.tuppence.mail;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param html the same as the text, as a page of its own that loads nothing
 */
public record Content(String subject, String text, String html) {}
