package cash.tuppence.wallet.listing;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads what passed through accounts, and {@code unposted_transfers}. */
public interface TransferListMapper {
    /** The newest of those accounts before a place, newest first. */
    List<PlaceRow> newest(
            @Param("accountIds") List<Long> accountIds, @Param("before") long before, @Param("limit") int limit);
}
