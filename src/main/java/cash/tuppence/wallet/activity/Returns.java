package cash.tuppence.wallet.activity;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.TransferRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was given back of a payment, for the receipts of both. */
public interface Returns {
    /**
     * A transfer that gave something back.
     *
     * @param transferId its public id
     * @param reason in the giver's words; may be empty
     */
    record Return(String transferId, Money amount, String reason, Instant at) {}

    /** What was given back of that transfer, oldest first. */
    List<Return> of(TransferRow payment);

    /** The public id of the payment of which that transfer gave something back. */
    Optional<String> paymentOf(TransferRow refund);
}
