package cash.tuppence.wallet.idempotency;

import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.web.json.Answer;
import java.util.Optional;
import java.util.function.Function;

/**
 * With a posting that a call asked for: the answer, made when it is decided. Under a key it is kept in the posting's
 * transaction.
 */
public final class Answering implements Attachment {
    private final Optional<CallKey> key;
    private final Function<Draft, Answer> accepted;
    private final Function<Denial, Answer> refused;
    private volatile Optional<Answer> given = Optional.empty();

    /**
     * @param accepted the answer once the posting is accepted
     * @param refused the answer where it is decided against
     */
    public Answering(Optional<CallKey> key, Function<Draft, Answer> accepted, Function<Denial, Answer> refused) {
        this.key = key;
        this.accepted = accepted;
        this.refused = refused;
    }

    Optional<CallKey> key() {
        return key;
    }

    Answer take(Draft draft) {
        return give(accepted.apply(draft));
    }

    Answer refuse(Denial denial) {
        return give(refused.apply(denial));
    }

    /** A batch that is tried again decides again: what it said last is what was committed. */
    private Answer give(Answer answer) {
        given = Optional.of(answer);
        return answer;
    }

    /** The answer, once this very posting is committed. Says nothing where a twin was decided in its place. */
    public Optional<Answer> given() {
        return given;
    }
}
