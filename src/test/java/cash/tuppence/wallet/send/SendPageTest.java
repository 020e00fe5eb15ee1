package cash.tuppence.wallet.send;

import static cash.tuppence.wallet.Person.form;
import static cash.tuppence.wallet.Person.path;
import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SendPageTest {
    private static TestServer server;
    private static TestBrowser bank;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        bank = server.signedIn("payer");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final Person payer = Person.with(server, bank, "1.00");
    private final Person friend = Person.newcomer(server);

    @Test
    void oneCentArrivesAtOnceAndBothSeeIt() {
        Reply receipt = payer.browser().get(payer.send(friend.at(), "0.01")).expect(200);

        assertThat(receipt.hook("amount")).contains("$0.01");
        assertThat(receipt.hook("state")).contains("Handed over");
        assertThat(payer.balance()).isEqualTo("$0.99");
        assertThat(friend.balance()).isEqualTo("$0.01");
        assertThat(friend.browser().get("/wallet").body()).contains("+<", "$0.01", "for the bus");
    }

    @Test
    void aMessageIsCountedInWholeCharactersAndMayFillItsRoom() {
        Map<String, String> form = payer.openForm(friend.at(), "0.01");
        form.put("message", "🪙".repeat(280));

        String receipt = path(payer.browser().postOnly("/send", form).expect(303));

        assertThat(payer.browser().get(receipt).hook("message")).contains("🪙".repeat(280));
    }

    @Test
    void aMessageWithControlCharactersIsRefused() {
        Map<String, String> form = payer.openForm(friend.at(), "0.01");
        form.put("message", "ring\u0007");

        assertThat(payer.browser().postOnly("/send", form).expect(422).error("message"))
                .isPresent();
    }

    @Test
    void aFrozenWalletSendsNothingAndStillReceives() {
        Rows.freeze(server, payer);

        assertThat(payer.sendForm(friend.at(), "1").expect(422).error("amount"))
                .get()
                .asString()
                .contains("frozen");
        new Person(bank, "payer").send(payer.at(), "0.50");
        assertThat(payer.balance()).isEqualTo("$1.50");
        assertThat(friend.balance()).isEqualTo("$0.00");
    }

    @Test
    void aFormThatIsSentAgainLeadsToTheSameReceiptAndMovesOnce() {
        Map<String, String> form = payer.openForm(friend.at(), "0.40");

        String first = path(payer.browser().postOnly("/send", form).expect(303));
        String second = path(payer.browser().postOnly("/send", form).expect(303));

        assertThat(second).isEqualTo(first);
        assertThat(payer.balance()).isEqualTo("$0.60");
    }

    @Test
    void aFormThatIsSentManyTimesAtOnceMovesOnce() {
        Map<String, String> form = payer.openForm(friend.at(), "0.60");

        assertThat(atOnce(12, form))
                .hasSize(12)
                .containsOnly(path(payer.browser().postOnly("/send", form)));
        assertThat(payer.balance()).isEqualTo("$0.40");
        assertThat(friend.balance()).isEqualTo("$0.60");
    }

    @Test
    void anInvitationThatIsSentManyTimesAtOnceHoldsOnce() {
        Map<String, String> form = payer.openForm("niece@example.test", "0.60");

        assertThat(atOnce(12, form))
                .hasSize(12)
                .containsOnly(path(payer.browser().postOnly("/send", form)));
        assertThat(payer.balance()).isEqualTo("$0.40");
        assertThat(sentBy(payer)).isEqualTo(1);
    }

    private List<String> atOnce(int times, Map<String, String> form) {
        List<CompletableFuture<Reply>> sent = IntStream.range(0, times)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> payer.browser().postOnly("/send", form)))
                .toList();
        return sent.stream().map(reply -> path(reply.join().expect(303))).toList();
    }

    @Test
    void twoFormsAreTwoTransfers() {
        String first = payer.send(friend.at(), "0.10");
        String second = payer.send(friend.at(), "0.10");

        assertThat(second).isNotEqualTo(first);
        assertThat(payer.balance()).isEqualTo("$0.80");
    }

    @Test
    void aFaultyFormGetsAFreshOneTimeId() {
        Map<String, String> form = payer.openForm(friend.at(), "1.01");
        String once = form.get("once");

        Reply again = payer.browser().postOnly("/send", form).expect(422);

        assertThat(again.hiddenFields().get("once")).isNotBlank().isNotEqualTo(once);
        form.putAll(again.hiddenFields());
        form.put("amount", "1.00");
        payer.browser().postOnly("/send", form).expect(303);
        assertThat(payer.balance()).isEqualTo("$0.00");
    }

    @Test
    void aUsedFormWithOtherThingsInItMovesNothingMore() {
        Map<String, String> form = payer.openForm(friend.at(), "0.10");
        payer.browser().postOnly("/send", form).expect(303);
        form.put("amount", "0.20");

        assertThat(payer.browser().postOnly("/send", form).expect(422).hook("error"))
                .isPresent();
        assertThat(payer.balance()).isEqualTo("$0.90");
    }

    @Test
    void aFormOfAnotherSiteSendsNothing() {
        payer.browser().postOnly("/send", form(friend.at(), "0.10")).expect(403);

        assertThat(payer.balance()).isEqualTo("$1.00");
    }

    @Test
    void aVisitorIsAskedToSignIn() {
        assertThat(server.browser().get("/send?to=@friend").expect(303).location())
                .isEqualTo("/login?next=%2Fsend%3Fto%3D%40friend");
    }

    @Test
    void whatArrivesIsToldToTheRecipientsPrograms() {
        String id = payer.send(friend.at(), "0.25").substring("/transfers/".length());

        assertThat(number(
                        server,
                        "select count(*) from events join profiles on profiles.id = events.owner_id where handle = '"
                                + friend.handle() + "' and type = 'transfer.received' and livemode"
                                + " and data like '%\"id\":\"" + id + "\"%'"
                                + " and data like '%\"amount\":{\"amount\":\"0.25\",\"currency\":\"USD\"}%'"))
                .isEqualTo(1);
    }

    private static long sentBy(Person person) {
        return number(
                server,
                "select count(*) from transfers join accounts on accounts.id = debit_account_id"
                        + " join profiles on profiles.id = owner_id where handle = '" + person.handle() + "'");
    }
}
