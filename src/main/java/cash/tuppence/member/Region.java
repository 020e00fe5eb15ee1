package cash.tuppence.member;

/**
 * Where people live.
 *
 * @param code ISO 3166-2, such as {@code US-UT}
 */
public record Region(String code, String name) {}
