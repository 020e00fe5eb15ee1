package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import org.apache.ibatis.session.SqlSession;

/** Which class of limits a wallet's new account begins with. */
public interface LimitClasses {
    /** All are without limits. */
    LimitClasses UNLIMITED = (session, ownerId, asset) -> Limits.UNLIMITED_CLASS;

    /** Asked in the transaction that opens the account; nobody changes the owner's class until that is over. */
    int of(SqlSession session, long ownerId, Asset asset);
}
