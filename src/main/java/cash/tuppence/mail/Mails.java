package cash.tuppence.mail;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** Where features say what is to be mailed. It is sent only if the transaction in which it was said commits. */
public final class Mails {
    private static final Duration WORTH_TRYING = Duration.ofDays(3);

    private final Contents contents;
    private final SealedContents sealed;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * @param wake has {@link SendMails} run at once; must not block
     */
    public Mails(Urls urls, SecretBox box, KeyMaker keys, InstantSource clock, Runnable wake) {
        this.contents = new Contents(urls);
        this.sealed = new SealedContents(box);
        this.keys = keys;
        this.clock = clock;
        this.wake = wake;
    }

    /** Writes the mail in that transaction, and sends nothing; call {@link #committed()} after it. */
    public void write(SqlSession session, NewMail mail) {
        PublicId id = keys.newId(Letter.PREFIX);
        Instant now = Times.now(clock);
        Instant longest = now.plus(WORTH_TRYING);
        Instant giveUpAt = mail.until().filter(longest::isAfter).orElse(longest);
        byte[] content = sealed.seal(contents.write(mail));
        mapper(session).insert(id.key(), id.nonce(), mail, content, now, giveUpAt);
    }

    /** Says that a transaction that wrote mails is committed. Forgetting to costs some seconds' delay, nothing else. */
    public void committed() {
        wake.run();
    }

    /** Erases what was written to that member, sent or not. */
    public void forget(SqlSession session, long memberId) {
        mapper(session).forget(memberId, Times.now(clock));
    }

    private static MailMapper mapper(SqlSession session) {
        return session.getMapper(MailMapper.class);
    }
}
