package cash.tuppence.trail;

import java.time.Instant;
import java.util.List;

/**
 * Which rows are wanted; what is null or empty asks for nothing.
 *
 * @param actorIds members or keys, any of them
 * @param actorKind such as {@code program}, for those who have no id
 * @param whomIds profiles or members, any of them
 * @param from the first moment
 * @param until the first moment that is not wanted any more
 * @param beforeSeq a row to go on from, {@link Long#MAX_VALUE} to start
 */
public record TrailQuery(
        List<Long> actorIds,
        String actorKind,
        String verb,
        List<Long> whomIds,
        String what,
        Instant from,
        Instant until,
        long beforeSeq,
        int limit) {
    public TrailQuery {
        actorIds = List.copyOf(actorIds);
        whomIds = List.copyOf(whomIds);
    }

    /** Everything, from the newest on. */
    public static TrailQuery latest(int limit) {
        return new TrailQuery(List.of(), null, null, List.of(), null, null, null, Long.MAX_VALUE, limit);
    }

    /** The same question, going on behind that row. */
    public TrailQuery before(long seq) {
        return new TrailQuery(actorIds, actorKind, verb, whomIds, what, from, until, seq, limit);
    }
}
