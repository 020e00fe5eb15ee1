package cash.tuppence.checkout.button;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code buttons}; sales are counted by {@link ButtonCompanion}. */
public interface ButtonMapper {
    void insert(ButtonRow row);

    Optional<ButtonRow> byPublicId(@Param("id") long id, @Param("nonce") byte[] nonce);

    /** The same, locked until the transaction ends. */
    Optional<ButtonRow> lock(@Param("id") long id);

    /** All that a merchant may change. */
    void update(ButtonRow row);

    /** The last that were paid by it. */
    List<PaymentRow> payments(@Param("buttonId") long buttonId, @Param("limit") int limit);

    /** Newest first, before that key ({@link Long#MAX_VALUE} to start). */
    List<ButtonRow> list(ButtonQuery query);
}
