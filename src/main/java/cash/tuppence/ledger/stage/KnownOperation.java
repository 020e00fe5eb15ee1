package cash.tuppence.ledger.stage;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** What was decided under an operation id. */
record KnownOperation(long postingKey, byte[] fingerprint, long transferId, Optional<Denial> refusal) {
    /** Reads a row of {@link BatchSql#knownOperations}, from its second column on. */
    static KnownOperation read(ResultSet row) throws SQLException {
        String refusal = row.getString(5);
        return new KnownOperation(
                row.getLong(2),
                row.getBytes(3),
                row.getLong(4),
                refusal.isEmpty() ? Optional.empty() : Optional.of(Denial.parse(refusal)));
    }

    Outcome answer(Queued twin) {
        if (!Arrays.equals(fingerprint, twin.fingerprint())) {
            return new Outcome.Refused(Reason.OPERATION_ID_REUSED, false);
        }
        boolean replayed = postingKey != twin.key();
        return refusal.<Outcome>map(denial -> new Outcome.Refused(denial, replayed))
                .orElseGet(() -> new Outcome.Accepted(transferId, replayed));
    }
}
