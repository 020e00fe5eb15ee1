package cash.tuppence.member.factor;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** Ten codes for each who has any factor; each lets them in once. */
final class RecoveryCodes {
    static final int COUNT = 10;

    private final Transactions transactions;
    private final InstantSource clock;

    RecoveryCodes(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes new ones in place of all there were; to be shown this once. */
    List<String> renew(SqlSession session, long memberId) {
        List<RecoveryCode> codes =
                Stream.generate(RecoveryCode::random).limit(COUNT).toList();
        FactorMapper mapper = session.getMapper(FactorMapper.class);
        mapper.deleteCodes(memberId);
        mapper.insertCodes(memberId, codes.stream().map(RecoveryCode::hash).toList());
        return codes.stream().map(RecoveryCode::shown).toList();
    }

    void removeAll(SqlSession session, long memberId) {
        session.getMapper(FactorMapper.class).deleteCodes(memberId);
    }

    int left(long memberId) {
        return transactions.read(
                session -> session.getMapper(FactorMapper.class).codesLeft(memberId));
    }

    boolean use(SqlSession session, long memberId, RecoveryCode code) {
        return code.isWhole()
                && session.getMapper(FactorMapper.class).useCode(memberId, code.hash(), Times.now(clock)) == 1;
    }
}
