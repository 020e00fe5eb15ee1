package cash.tuppence.member.password;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.link.LinkPurpose;
import cash.tuppence.member.link.OneTimeLink;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.member.signin.SignIn;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.session.SqlSession;

/**
 * For whoever forgot their password. Asking does the same for every address, known or not: it is written down, and a job
 * looks whose it is. So neither words nor time tell whether there is such a member.
 */
public final class Resets {
    private final Transactions transactions;
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Notices notices;
    private final Revocations revocations;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * @param wake has {@link AnswerResets} run at once; must not block
     */
    public Resets(
            Transactions transactions,
            OneTimeLinks links,
            Passwords passwords,
            SignIn signIn,
            Notices notices,
            Revocations revocations,
            KeyMaker keys,
            InstantSource clock,
            Runnable wake) {
        this.transactions = transactions;
        this.links = links;
        this.passwords = passwords;
        this.signIn = signIn;
        this.notices = notices;
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
        this.wake = wake;
    }

    /** Somebody who says that this is their address forgot their password. */
    void ask(String email) {
        transactions.execute(session -> mapper(session).insert(keys.next(), email, Times.now(clock)));
        wake.run();
    }

    Optional<OneTimeLink> find(String token) {
        return links.find(LinkPurpose.RESET_PASSWORD, token);
    }

    /**
     * Sets a new password and signs everybody out. Nobody is signed in by it: where a second factor is set up, it is
     * asked for as ever.
     *
     * @throws cash.tuppence.core.Refusal where the link is good no more
     */
    void reset(String token, String password) {
        // Before the transaction, since it takes its time on purpose.
        String hash = passwords.encryptPassword(password);
        transactions.execute(session -> {
            OneTimeLink link = links.use(session, LinkPurpose.RESET_PASSWORD, token);
            mapper(session).setPasswordHash(link.memberId(), hash);
            links.end(session, link.memberId(), LinkPurpose.RESET_PASSWORD);
            signIn.endSessions(session, link.memberId(), OptionalLong.empty());
            notices.write(session, link.memberId(), NoticeKind.PASSWORD_RESET);
        });
        revocations.awaitEverywhere();
        notices.committed();
    }

    private static ResetMapper mapper(SqlSession session) {
        return session.getMapper(ResetMapper.class);
    }
}
