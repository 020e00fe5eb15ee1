package cash.tuppence.checkout.refund;

import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.activity.Returns;
import java.util.List;
import java.util.Optional;

/** Refunds, as the receipts of both sides name them. */
public final class RefundsOnReceipts implements Returns {
    private final Refunds refunds;

    public RefundsOnReceipts(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public List<Return> of(TransferRow payment) {
        return payment.kind() != Kind.PAYMENT
                ? List.of()
                : refunds.ofPayment(payment.id()).stream()
                        .map(refund -> new Return(
                                refund.transferId().text(), refund.amount(), refund.reason(), refund.createdAt()))
                        .toList();
    }

    @Override
    public Optional<String> paymentOf(TransferRow refund) {
        return refund.kind() != Kind.REFUND
                ? Optional.empty()
                : refunds.byTransfer(refund.id()).map(found -> found.paymentId().text());
    }
}
