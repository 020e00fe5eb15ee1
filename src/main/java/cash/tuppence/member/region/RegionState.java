package cash.tuppence.member.region;

/**
 * A region as it stands.
 *
 * @param code ISO 3166-2, such as {@code US-UT}
 * @param open whether people who live there are admitted
 * @param reason why, in words that people read; may be empty
 * @param waiters how many want to be told when it opens
 */
public record RegionState(String code, String name, boolean open, String reason, long waiters) {}
