package cash.tuppence.member;

import cash.tuppence.db.Transactions;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.trail.Verb;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The members for whom the back office is open. */
public final class Operators {
    private final Transactions transactions;
    private final Trail trail;

    public Operators(Transactions transactions, Trail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Makes a member an operator, or says that there is no such member. */
    public boolean make(String email) {
        return transactions.run(session -> {
            Optional<CredentialsRow> member = mapper(session).credentials(Emails.parse(email));
            member.ifPresent(found -> make(session, found.memberId()));
            return member.isPresent();
        });
    }

    private void make(SqlSession session, long memberId) {
        if (mapper(session).makeOperator(memberId) == 1) {
            trail.write(session, Entry.of(Verb.OPERATOR_MADE, memberId));
        }
    }

    private static MemberMapper mapper(SqlSession session) {
        return session.getMapper(MemberMapper.class);
    }
}
