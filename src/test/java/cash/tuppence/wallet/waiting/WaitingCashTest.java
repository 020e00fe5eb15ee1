package cash.tuppence.wallet.waiting;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestMailbox;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaitingCashTest {
    private static final AtomicInteger NIECES = new AtomicInteger();

    private static TestServer server;
    private static TestServer other;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        other = server.again();
    }

    @AfterAll
    static void close() {
        other.close();
        server.close();
    }

    private final Person sender = Person.with(server, server.signedIn("payer"), "1.00");
    private final String niece = "niece-" + NIECES.incrementAndGet() + "@example.test";

    private static void mail() {
        server.runJob(InvitationMails.NAME);
    }

    private static void release() {
        server.runJob(ReleaseWaiting.NAME);
    }

    private static TestMailbox mailbox(String to) {
        return new TestMailbox(server, to);
    }

    private static String email(Person person) {
        return person.handle() + "@example.test";
    }

    private static void confirm(Person person) {
        Rows.execute(
                server,
                "update members set email_confirmed_at = utc_timestamp(6) where email = '" + email(person) + "'");
        note(person);
    }

    private static void note(Person person) {
        Rows.execute(server, "insert into confirmed_addresses (email) values ('" + email(person) + "')");
    }

    private static long waitingFor(String email) {
        return number(server, "select count(*) from invitations where ended_at is null and email = '" + email + "'");
    }

    @Test
    void whomCashWaitsForGetsTheLinkByMailOnceAndNoWordsOfTheSenders() {
        String claim = sender.invite(niece, "0.60");
        mail();
        mail();
        assertThat(mailbox(niece).subjects()).singleElement().asString().endsWith("sent you $0.60");
        assertThat(mailbox(niece).newest()).contains("@" + sender.handle()).doesNotContain("for the bus");
        assertThat(mailbox(niece).link("/claim/")).isEqualTo(claim);
        TestBrowser browser = server.browser();
        assertThat(browser.get(mailbox(niece).link("/claim/")).hook("amount")).hasValue("$0.60");
    }

    @Test
    void onTwoNodesAtOnceOneMailIsWritten() {
        for (int i = 0; i < 4; i++) {
            sender.invite(niece, "0.10");
        }
        List<CompletableFuture<Void>> nodes = Stream.of(server, other)
                .map(node -> CompletableFuture.runAsync(() -> node.runJob(InvitationMails.NAME)))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(mailbox(niece).subjects()).hasSize(4);
    }

    @Test
    void whoeverConfirmsTheAddressGetsWhatWaitedForIt() {
        Person taker = Person.newcomer(server);
        String first = sender.send(email(taker), "0.10");
        sender.send(email(taker), "0.20");
        release();
        assertThat(taker.balance())
                .as("typed at sign-up, and no more than that")
                .isEqualTo("$0.00");

        confirm(taker);
        release();

        assertThat(taker.balance()).isEqualTo("$0.30");
        assertThat(sender.balance()).isEqualTo("$0.70");
        assertThat(sender.browser().get(first).hook("state")).contains("Handed over");
        assertThat(number(server, "select count(*) from confirmed_addresses where email = '" + email(taker) + "'"))
                .isZero();
    }

    @Test
    void aNewcomerWhoFollowsTheLinkInTheMailGetsWhatWaitedForThem() {
        Person taker = Person.newcomer(server);
        String link = mailbox(email(taker)).link("/confirm/");
        sender.send(email(taker), "0.10");
        assertThat(server.browser().get(link).expect(200).body()).contains(email(taker));
        release();
        assertThat(taker.balance())
                .as("looked at by a scanner of links, and no more")
                .isEqualTo("$0.00");

        server.browser().post(link, Map.of()).expect(303);
        release();

        assertThat(taker.balance()).isEqualTo("$0.10");
    }

    @Test
    void nobodyElseGetsItByAnAddressThatOnlyLooksAlike() {
        Person taker = Person.newcomer(server);
        sender.send(email(taker).replace("person", "pèrson"), "0.10");
        confirm(taker);
        release();
        assertThat(taker.balance()).isEqualTo("$0.00");
    }

    @Test
    void twiceAtOnceAndOnTwoNodesItIsHandedOverOnce() {
        Person taker = Person.newcomer(server);
        for (int i = 0; i < 5; i++) {
            sender.send(email(taker), "0.10");
        }
        confirm(taker);
        List<CompletableFuture<Void>> nodes = Stream.of(server, other, server, other)
                .map(node -> CompletableFuture.runAsync(() -> node.runJob(ReleaseWaiting.NAME)))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(taker.balance()).isEqualTo("$0.50");
        assertThat(sender.balance()).isEqualTo("$0.50");
    }

    @Test
    void aNodeThatDiedInTheMiddleIsFollowedByAnotherThatFinishes() {
        Person taker = Person.newcomer(server);
        sender.send(email(taker), "0.10");
        confirm(taker);
        release();
        // As if it had died after the first, before it forgot the address; meanwhile more came.
        Rows.execute(server, "update members set email_confirmed_at = null where email = '" + email(taker) + "'");
        sender.send(email(taker), "0.20");
        confirm(taker);
        other.runJob(ReleaseWaiting.NAME);
        other.runJob(ReleaseWaiting.NAME);
        assertThat(taker.balance()).isEqualTo("$0.30");
        assertThat(sender.balance()).isEqualTo("$0.70");
    }

    @Test
    void whatWasSentWhileTheAddressWasConfirmedIsHandedOverToo() {
        Person taker = Person.newcomer(server);
        sender.send(email(taker), "0.10");
        // Confirmed, and looked after, before this was there.
        Rows.execute(
                server,
                "update members set email_confirmed_at = utc_timestamp(6) where email = '" + email(taker) + "'");
        Rows.execute(
                server, "update invitations set mail = 'due', mailed = false where email = '" + email(taker) + "'");
        int mails = mailbox(email(taker)).subjects().size();
        mail();
        release();
        assertThat(taker.balance()).isEqualTo("$0.10");
        assertThat(mailbox(email(taker)).subjects()).hasSize(mails);
    }

    @Test
    void cashThatSomebodySentToAnAddressBeforeItBecameTheirsStaysTheirs() {
        Person taker = Person.newcomer(server);
        sender.send(email(taker), "0.10");
        String address = email(taker);
        Rows.execute(server, "update members set email = 'gone-" + address + "' where email = '" + address + "'");
        Rows.execute(
                server,
                "update members set email = '" + address + "', email_confirmed_at = utc_timestamp(6) where email = '"
                        + email(sender) + "'");
        note(taker);
        release();
        assertThat(waitingFor(address)).isEqualTo(1);
    }

    @Test
    void aSuspendedMemberGetsNothing() {
        Person taker = Person.newcomer(server);
        sender.send(email(taker), "0.10");
        Rows.execute(server, "update profiles set state = 'suspended' where handle = '" + taker.handle() + "'");
        confirm(taker);
        release();
        assertThat(waitingFor(email(taker))).isEqualTo(1);
    }

    @Test
    void theSenderIsToldHowItEndedUnlessTheyKnowOrDoNotWantTo() {
        confirm(sender);
        Map<String, String> accept = Map.of("action", "accept");
        Person.newcomer(server)
                .browser()
                .post(sender.invite(niece, "0.10"), accept)
                .expect(303);
        mail();
        assertThat(mailbox(email(sender)).subjects()).contains("Your $0.10 was taken");
        assertThat(mailbox(email(sender)).newest()).contains(niece);

        server.browser()
                .post(sender.invite(niece, "0.20"), Map.of("action", "decline"))
                .expect(303);
        mail();
        assertThat(mailbox(email(sender)).subjects()).contains("Your $0.20 was declined");

        sender.browser()
                .post(sender.invite(niece, "0.30"), Map.of("action", "retract"))
                .expect(303);
        mail();
        assertThat(mailbox(email(sender)).subjects()).hasSize(3);

        sender.browser().post("/settings/notifications", Map.of()).expect(303);
        Person.newcomer(server)
                .browser()
                .post(sender.invite(niece, "0.40"), accept)
                .expect(303);
        mail();
        assertThat(mailbox(email(sender)).subjects()).hasSize(3);
    }

    @Test
    void aSenderWhoseAddressIsNotConfirmedIsNotWrittenTo() {
        Person.newcomer(server)
                .browser()
                .post(sender.invite(niece, "0.10"), Map.of("action", "accept"))
                .expect(303);
        mail();
        assertThat(mailbox(email(sender)).subjects()).containsExactly("Is this your address?");
    }

    @Test
    void nobodyIsWrittenToMoreThanAFewTimesADayThoughTheCashWaits() {
        for (int i = 0; i < 7; i++) {
            sender.invite(niece, "0.01");
        }
        mail();
        assertThat(mailbox(niece).subjects()).hasSize(5);
        assertThat(waitingFor(niece)).isEqualTo(7);
        server.clock().advance(Duration.ofHours(25));
        Person tomorrow = Person.with(server, server.signedIn("payer"), "1.00");
        tomorrow.invite(niece, "0.01");
        mail();
        assertThat(mailbox(niece).subjects()).hasSize(6);
    }
}
