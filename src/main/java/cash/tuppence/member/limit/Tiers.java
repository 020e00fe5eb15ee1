package cash.tuppence.member.limit;

import cash.tuppence.core.Asset;
import cash.tuppence.ledger.LimitClasses;
import cash.tuppence.ledger.Limits;
import cash.tuppence.member.Tier;
import org.apache.ibatis.session.SqlSession;

/**
 * Who has which limits. A tier is only ever raised, in the transaction of what proves it; the wallet's accounts follow in
 * that transaction, and the ledger goes by what stands in their rows.
 */
public final class Tiers implements LimitClasses {
    /** The member's address is confirmed: that raises them, and the businesses that they own. */
    public static void emailConfirmed(SqlSession session, long memberId, long profileId) {
        LimitMapper mapper = session.getMapper(LimitMapper.class);
        raise(mapper, profileId, Tier.EMAIL);
        mapper.ownedBelow(memberId, Tier.EMAIL).forEach(business -> raise(mapper, business, Tier.EMAIL));
    }

    /** Raises that profile, and says whether it was below. */
    public static boolean raise(SqlSession session, long profileId, Tier tier) {
        return raise(session.getMapper(LimitMapper.class), profileId, tier);
    }

    private static boolean raise(LimitMapper mapper, long profileId, Tier tier) {
        boolean raised = mapper.raise(profileId, tier) == 1;
        if (raised) {
            mapper.follow(profileId);
        }
        return raised;
    }

    /** A currency without a row of limits has none: to open one is to add its rows. */
    @Override
    public int of(SqlSession session, long ownerId, Asset asset) {
        return session.getMapper(LimitMapper.class)
                .classOf(ownerId, asset.code())
                .orElse(Limits.UNLIMITED_CLASS);
    }
}
