package cash.tuppence.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code checkouts}; payments are written by {@link CheckoutCompanion}. */
public interface CheckoutMapper {
    void insert(CheckoutRow row);

    Optional<CheckoutRow> byPublicId(@Param("id") long id, @Param("nonce") byte[] nonce);

    /** The same, locked until the transaction ends. */
    Optional<CheckoutRow> lock(@Param("id") long id);

    List<CheckoutRow> list(CheckoutQuery query);

    /** Cancels one that is still open and as it was read; says 0 where it is not. */
    int cancel(
            @Param("id") long id,
            @Param("sequence") long sequence,
            @Param("cancellation") CancellationRow cancellation);

    /** The same for one whose time is over. */
    int expire(@Param("id") long id, @Param("sequence") long sequence);

    /** Empty where it was not canceled before anybody paid, or before this was kept. */
    Optional<CancellationRow> cancellation(@Param("id") long id);

    /** Open ones whose time is over, oldest first. */
    List<Long> overdue(@Param("now") Instant now, @Param("limit") int limit);

    /** Authorized ones whose time to be captured is over, oldest first. */
    List<CheckoutRow> overdueAuthorizations(@Param("now") Instant now, @Param("limit") int limit);
}
