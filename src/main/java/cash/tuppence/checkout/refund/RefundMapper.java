package cash.tuppence.checkout.refund;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reads {@code refunds}; they are written by {@link RefundCompanion}. */
public interface RefundMapper {
    /** Newest first, before that key ({@link Long#MAX_VALUE} to start). */
    List<RefundRow> ofCheckout(
            @Param("checkoutId") long checkoutId, @Param("beforeId") long beforeId, @Param("limit") int limit);

    /** Of the checkout that this transfer paid, oldest first. */
    List<RefundRow> ofPayment(@Param("paymentId") long paymentId);

    /** By which button a checkout was paid; empty for one that a merchant's program asked for. */
    Optional<Long> buttonOf(@Param("checkoutId") long checkoutId);

    /** The one that this transfer made. */
    Optional<RefundRow> byTransfer(@Param("transferId") long transferId);
}
