package cash.tuppence.wallet.idempotency;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Draft;
import cash.tuppence.web.json.Answer;
import java.util.function.Function;

/**
 * With a posting that a call asked for: the answer that is kept in its transaction.
 *
 * @param accepted the answer once the posting is accepted
 * @param refused the answer where it is decided against
 */
public record Answering(CallKey key, Function<Draft, Answer> accepted, Function<Reason, Answer> refused)
        implements Attachment {}
