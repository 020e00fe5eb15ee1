package cash.tuppence.member.notice;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.trail.Entry;
import cash.tuppence.trail.Trail;
import cash.tuppence.web.Messages;
import cash.tuppence.web.Urls;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/**
 * Warns members by mail of what somebody else may have done in their name, and keeps it to be read on their settings. It
 * cannot be switched off. A mail goes only to an address that its member confirmed: any other may be a stranger's.
 */
public final class Notices {
    private static final String TEMPLATE = "notice";
    private static final int MOST_CHARACTERS = 120;

    private final Transactions transactions;
    private final Mails mails;
    private final Urls urls;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final Trail trail;
    private final Messages messages = new Messages();

    public Notices(Transactions transactions, Mails mails, Urls urls, KeyMaker keys, InstantSource clock, Trail trail) {
        this.transactions = transactions;
        this.mails = mails;
        this.urls = urls;
        this.keys = keys;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Writes the notice and its mail in that transaction; call {@link #committed()} after it.
     *
     * @param details what the kind names, in its order; of each the first line is told
     */
    public void write(SqlSession session, long memberId, NoticeKind kind, String... details) {
        NoticeRow row = insert(session, memberId, kind, details);
        session.getMapper(NoticeMapper.class)
                .confirmedEmail(memberId)
                .ifPresent(email -> mails.write(session, mail(email, row)));
    }

    /** Only keeps it: its mail is written by whoever calls. */
    public void keep(SqlSession session, long memberId, NoticeKind kind, String... details) {
        insert(session, memberId, kind, details);
    }

    private NoticeRow insert(SqlSession session, long memberId, NoticeKind kind, String... details) {
        String kept = Stream.of(details).map(Notices::line).collect(Collectors.joining("\n"));
        NoticeRow row = new NoticeRow(keys.next(), memberId, kind, kept, Times.now(clock));
        session.getMapper(NoticeMapper.class).insert(row);
        // What a notice tells beyond its kind are devices and addresses of people, which no row of the trail may hold.
        kind.verb().ifPresent(verb -> trail.write(session, Entry.of(verb, memberId)));
        return row;
    }

    /** Says that a transaction that wrote notices is committed. Forgetting to costs some seconds' delay, nothing else. */
    public void committed() {
        mails.committed();
    }

    /** What happened last, the latest first. */
    public List<Notice> latest(long memberId, int limit, Locale reader) {
        return transactions
                .read(session -> session.getMapper(NoticeMapper.class).latest(memberId, limit))
                .stream()
                .map(row -> new Notice(text(row.kind().textKey(), row, reader), row.madeAt()))
                .toList();
    }

    private NewMail mail(String email, NoticeRow row) {
        return NewMail.to(email, TEMPLATE)
                .about(row.memberId())
                .with("subject", text(row.kind().subjectKey(), row, Locale.US))
                .with("what", text(row.kind().textKey(), row, Locale.US))
                .with("at", row.madeAt())
                .with("forgot", urls.absolute("/forgot"))
                .with("security", urls.absolute("/settings/security"));
    }

    private String text(String key, NoticeRow row, Locale reader) {
        List<String> details = List.of(row.details().split("\n", -1));
        return messages.find(key, details, reader).orElseThrow();
    }

    private static String line(String detail) {
        String line = detail.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        int most = line.offsetByCodePoints(0, Math.min(MOST_CHARACTERS, line.codePointCount(0, line.length())));
        return line.substring(0, most);
    }
}
