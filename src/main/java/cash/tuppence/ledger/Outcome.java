package cash.tuppence.ledger;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;

/**
 * What became of a posting, once it is committed. {@code replayed} is true where the operation id was known already, and
 * this is what was decided then.
 */
public sealed interface Outcome {
    boolean replayed();

    /** It is done. */
    record Accepted(long transferId, boolean replayed) implements Outcome {}

    /** It was decided against, and nothing moved. */
    record Refused(Reason reason, boolean replayed) implements Outcome {}

    /**
     * The transfer's key.
     *
     * @throws Refusal where it was refused
     */
    default long transferIdOrRefuse() {
        if (this instanceof Refused refused) {
            throw new Refusal(refused.reason());
        }
        return ((Accepted) this).transferId();
    }
}
