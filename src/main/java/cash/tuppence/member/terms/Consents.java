package cash.tuppence.member.terms;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.terms.Declaration.Subject;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** Who agreed to what, and when: kept with the text itself, to the letter. */
public final class Consents {
    private static final int REMEMBERED = 100_000;

    /** Who agreed to the current terms never did not, so that is safe to remember. */
    private final Cache<Long, Boolean> agreed =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Transactions transactions;
    private final InstantSource clock;

    public Consents(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A newcomer ticked both boxes; in the transaction that makes them a member. */
    public void ofNewcomer(SqlSession session, long memberId) {
        agree(session, memberId, Subject.ADULT);
        agree(session, memberId, Subject.TERMS);
    }

    /** The member agreed to the terms as they are now. */
    public void toTerms(long memberId) {
        transactions.execute(session -> agree(session, memberId, Subject.TERMS));
    }

    private void agree(SqlSession session, long memberId, Subject subject) {
        ConsentMapper mapper = session.getMapper(ConsentMapper.class);
        Declaration declaration = Declaration.current(subject);
        Instant now = Times.now(clock);
        mapper.insertDeclaration(declaration.hash(), declaration);
        mapper.insertConsent(memberId, declaration.hash(), now);
        if (subject == Subject.TERMS) {
            mapper.setTermsVersion(memberId, declaration.version(), now);
        }
    }

    /** Whether the terms have changed since the member agreed to them. */
    public boolean areAskedOf(long memberId) {
        if (agreed.getIfPresent(memberId) != null) {
            return false;
        }
        boolean current = transactions.read(session ->
                session.getMapper(ConsentMapper.class).isTermsVersion(memberId, Declaration.CURRENT_VERSION));
        if (current) {
            agreed.put(memberId, true);
        }
        return !current;
    }
}
