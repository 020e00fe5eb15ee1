package cash.tuppence.member;

import org.apache.ibatis.session.SqlSession;

/**
 * Addresses that have begun to name a member. They are noted in the transaction in which that became true, and whoever has
 * something to do about it does it after the commit.
 */
public final class ConfirmedAddresses {
    private ConfirmedAddresses() {}

    /**
     * @param email as it is kept
     */
    public static void note(SqlSession session, String email) {
        session.getMapper(ConfirmedAddressMapper.class).insert(email);
    }
}
