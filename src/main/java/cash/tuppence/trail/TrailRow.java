package cash.tuppence.trail;

import java.time.Instant;

/** A row as it stands; texts where an enum might not know what somebody wrote there. */
public record TrailRow(
        long seq,
        Instant at,
        String actorKind,
        long actorId,
        String verb,
        long whomId,
        String what,
        String beforeJson,
        String afterJson,
        String address,
        String requestId,
        byte[] previousHash,
        byte[] hash) {
    TrailRow sealed(byte[] own) {
        return new TrailRow(
                seq,
                at,
                actorKind,
                actorId,
                verb,
                whomId,
                what,
                beforeJson,
                afterJson,
                address,
                requestId,
                previousHash,
                own);
    }
}
