package cash.tuppence.ledger;

/**
 * A row of {@code operations}.
 *
 * @param refusal empty where it was accepted
 */
public record DecidedRow(byte[] id, long transferId, String refusal) {
    /** As it is told to whoever sends it again. */
    public Outcome outcome() {
        return refusal.isEmpty()
                ? new Outcome.Accepted(transferId, true)
                : new Outcome.Refused(Denial.parse(refusal), true);
    }
}
