package cash.tuppence.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code accounts}; balances are written by the posting stage alone. */
public interface AccountMapper {
    Optional<Long> idOf(@Param("ownerId") long ownerId, @Param("type") AccountType type, @Param("asset") String asset);

    /** The wallets' accounts of that asset, where they have one. */
    List<OwnedAccountRow> walletIds(@Param("ownerIds") Collection<Long> ownerIds, @Param("asset") String asset);

    Optional<AccountRow> byId(@Param("id") long id);

    List<AccountRow> byOwner(@Param("ownerId") long ownerId);

    Optional<Spending> spending(@Param("ownerId") long ownerId, @Param("asset") String asset);

    /** Does nothing where the wallet has that account already. A frozen or closed wallet's new account is so, too. */
    void insert(
            @Param("id") long id,
            @Param("ownerId") long ownerId,
            @Param("type") AccountType type,
            @Param("asset") String asset,
            @Param("limitClass") int limitClass,
            @Param("openedAt") Instant openedAt);

    /** In the order in which the posting stage locks them. */
    List<AccountRow> lockByOwner(@Param("ownerId") long ownerId);

    void close(@Param("ownerId") long ownerId);

    int freeze(@Param("ownerId") long ownerId, @Param("frozen") boolean frozen);
}
