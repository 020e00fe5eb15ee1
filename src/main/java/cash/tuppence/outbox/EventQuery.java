package cash.tuppence.outbox;

/**
 * Which of an owner's events are asked for, newest first.
 *
 * @param typeOrNull those of that type alone
 * @param beforeId a key to go on from, {@link Long#MAX_VALUE} to start
 */
public record EventQuery(long ownerId, boolean livemode, String typeOrNull, long beforeId, int limit) {}
