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
    record Refused(Denial denial, boolean replayed) implements Outcome {
        public Refused(Reason reason, boolean replayed) {
            this(Denial.of(reason), replayed);
        }

        public Reason reason() {
            return denial.reason();
        }
    }

    /**
     * The transfer's key.
     *
     * @throws Refusal where it was refused
     */
    default long transferIdOrRefuse() {
        if (this instanceof Refused refused) {
            throw refused.denial().refusal();
        }
        return ((Accepted) this).transferId();
    }
}
