package cash.tuppence.member.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Letter;
import cash.tuppence.mail.MailMapper;
import cash.tuppence.mail.Mailbox;
import cash.tuppence.mail.Mails;
import cash.tuppence.member.ConfirmedAddressMapper;
import cash.tuppence.member.FormerHandleMapper;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.testing.TestDatabase;
import cash.tuppence.trail.Trail;
import cash.tuppence.web.Urls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:30:00Z"));
    private final SecretBox box = new SecretBox(new byte[32]);
    private Database database;
    private Transactions transactions;
    private Members members;
    private Notices notices;

    @BeforeEach
    void open() {
        TestDatabase test = TestDatabase.fresh();
        database = new Database(new DatabaseSettings(test.url(), test.user(), test.password(), 2));
        new Migrator(database).migrate();
        transactions = new Transactions(
                database,
                Stream.concat(
                                Stream.of(
                                        MemberMapper.class,
                                        ProfileMapper.class,
                                        FormerHandleMapper.class,
                                        ConfirmedAddressMapper.class,
                                        NoticeMapper.class,
                                        MailMapper.class),
                                Trail.MAPPERS.stream())
                        .toList());
        KeyMaker keys = new KeyMaker(clock, 1);
        Urls urls = new Urls("https://cash.example");
        members = new Members(transactions, keys, clock);
        notices = new Notices(
                transactions,
                new Mails(urls, box, keys, clock, () -> {}),
                urls,
                keys,
                clock,
                new Trail(new byte[32], clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long member(String handle, boolean confirmed) {
        return members.create(new NewMember("Fern", handle, handle + "@example.test", "no hash", "US-UT", confirmed))
                .memberId();
    }

    private List<Letter> mails(String handle) {
        return new Mailbox(transactions, box).latest(Optional.of(handle + "@example.test"));
    }

    @Test
    void haveWordsForEachKind() {
        long fern = member("fern", true);
        for (NoticeKind kind : NoticeKind.values()) {
            transactions.execute(session -> notices.write(session, fern, kind, "one", "two"));
        }
        assertThat(notices.latest(fern, 100, Locale.US))
                .hasSize(NoticeKind.values().length)
                .allSatisfy(notice -> assertThat(notice.text()).isNotBlank().doesNotContain("{"));
        assertThat(mails("fern"))
                .hasSize(NoticeKind.values().length)
                .allSatisfy(mail -> assertThat(mail.content().text())
                        .contains("https://cash.example/forgot", "https://cash.example/settings/security"));
    }

    @Test
    void goToAnAddressThatIsTheMembersAndToNoOther() {
        long fern = member("fern", false);
        transactions.execute(
                session -> notices.write(session, fern, NoticeKind.NEW_DEVICE, "Chrome on Linux", "192.0.2.7"));
        assertThat(mails("fern")).isEmpty();
        assertThat(notices.latest(fern, 10, Locale.US).get(0).text()).contains("Chrome on Linux", "192.0.2.7");
    }

    @Test
    void areUndoneWithWhatTheyWarnOf() {
        long fern = member("fern", true);
        try {
            transactions.execute(session -> {
                notices.write(session, fern, NoticeKind.PASSWORD_CHANGED);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }
        assertThat(mails("fern")).isEmpty();
        assertThat(notices.latest(fern, 10, Locale.US)).isEmpty();
    }

    @Test
    void tellOneLineOfWhatADeviceSaysOfItself() {
        long fern = member("fern", true);
        transactions.execute(session ->
                notices.write(session, fern, NoticeKind.NEW_DEVICE, "Evil\r\nBcc: a@b.test\u2028{1}", "192.0.2.7"));
        Letter letter = mails("fern").get(0);
        assertThat(letter.content().subject()).isEqualTo("A new sign-in: Evil Bcc: a@b.test {1}");
        assertThat(letter.content().text()).contains("Evil Bcc: a@b.test {1}, at the network address 192.0.2.7");
    }
}
