package cash.tuppence.member.link;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Makes and uses one-time links. What stands in a link is kept as a hash only; a row goes when it is used. */
public final class OneTimeLinks {
    private static final int CHARACTERS = 43;

    private final Transactions transactions;
    private final InstantSource clock;

    public OneTimeLinks(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a link in that transaction, and returns what stands in it. It may go nowhere but to that address.
     */
    public String make(SqlSession session, LinkPurpose purpose, long memberId, String email) {
        String token = Tokens.random(CHARACTERS);
        Instant now = Times.now(clock);
        OneTimeLink link = new OneTimeLink(purpose, memberId, email, now, now.plus(purpose.goodFor()));
        mapper(session).insert(Tokens.sha256(token), link);
        return token;
    }

    /** The link behind that token; empty where it was used, is over, or never was one. */
    public Optional<OneTimeLink> find(LinkPurpose purpose, String token) {
        return transactions.read(session -> find(session, purpose, token));
    }

    private Optional<OneTimeLink> find(SqlSession session, LinkPurpose purpose, String token) {
        return mapper(session).find(Tokens.sha256(token), purpose, Times.now(clock));
    }

    /**
     * Uses it up, in that transaction. Of two who come at once, one is refused.
     *
     * @throws Refusal where it is good no more
     */
    public OneTimeLink use(SqlSession session, LinkPurpose purpose, String token) {
        OneTimeLink link = find(session, purpose, token).orElseThrow(OneTimeLinks::over);
        if (mapper(session).delete(Tokens.sha256(token)) == 0) {
            throw over();
        }
        return link;
    }

    /** What is said of a link that is good no more. */
    public static Refusal over() {
        return new Refusal(Reason.LINK_OVER);
    }

    /** Ends all of the member's links of that kind. */
    public void end(SqlSession session, long memberId, LinkPurpose purpose) {
        mapper(session).deleteOf(memberId, purpose);
    }

    /** Ends the member's links of every kind that were made at that time or later. */
    public void endSince(SqlSession session, long memberId, Instant madeAt) {
        mapper(session).deleteSince(memberId, madeAt);
    }

    /** Removes those that are over; says how many. They admit nobody; this only keeps the table small. */
    int sweep() {
        return transactions.run(session -> mapper(session).deleteOver(Times.now(clock)));
    }

    private static LinkMapper mapper(SqlSession session) {
        return session.getMapper(LinkMapper.class);
    }
}
