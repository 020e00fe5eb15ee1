package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;

/**
 * What a posting asks for, as 16 bytes: the same operation id with another fingerprint is refused. What its requester
 * makes anew at each try (the transfer's id, the time it expires) is left out.
 */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(Movement movement) {
        return OperationId.of(names(movement)).bytes();
    }

    private static String[] names(Movement movement) {
        if (movement instanceof Movement.Transfer transfer) {
            return started(
                    "transfer", transfer.kind(), movement, transfer.amount().toString(), transfer.details());
        }
        if (movement instanceof Movement.Hold hold) {
            return started("hold", hold.kind(), movement, hold.amount().toString(), hold.details());
        }
        if (movement instanceof Movement.Post post) {
            return new String[] {
                "post",
                Long.toString(post.transferId()),
                Long.toString(post.creditTo()),
                post.amount().map(Object::toString).orElse("all")
            };
        }
        Movement.Release release = (Movement.Release) movement;
        return new String[] {
            "release", Long.toString(release.transferId()), release.to().name(), release.reason()
        };
    }

    private static String[] started(String verb, Kind kind, Movement movement, String amount, Details details) {
        return new String[] {
            verb,
            kind.name(),
            Long.toString(movement.debitAccount()),
            movement.creditAccount().toString(),
            amount,
            Long.toString(details.actorId()),
            details.message(),
            details.visibility().name(),
            details.metadata().orElse("")
        };
    }
}
