package cash.tuppence.wallet.claim;

import static cash.tuppence.wallet.Person.path;
import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final Map<String, String> ACCEPT = Map.of("action", "accept");
    private static final Map<String, String> DECLINE = Map.of("action", "decline");
    private static final Map<String, String> RETRACT = Map.of("action", "retract");

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

    private final Person sender = Person.with(server, bank, "1.00");

    @Test
    void cashForAnUnconfirmedAddressWaitsAndCannotBeSpentMeanwhile() {
        String receipt = sender.send("niece@example.test", "0.60");

        Reply shown = sender.browser().get(receipt);
        assertThat(shown.hook("state")).contains("Waiting to be accepted");
        assertThat(shown.hook("claim-link")).get().asString().startsWith(server.baseUrl() + "/claim/");
        assertThat(shown.body()).contains("niece@example.test");
        assertThat(sender.balance()).isEqualTo("$0.40");
        assertThat(sender.sendForm("@friend", "0.41").expect(422).error("amount"))
                .isPresent();
    }

    @Test
    void whoeverOpensTheLinkSignsUpComesBackAndAccepts() {
        String claim = sender.invite("niece@example.test", "0.60");
        TestBrowser niece = server.browser();
        Reply waiting = niece.get(claim).expect(200);
        assertThat(waiting.hook("amount")).contains("$0.60");
        assertThat(waiting.hook("message")).contains("for the bus");
        assertThat(waiting.body()).contains("/signup?next=" + claim, "/login?next=" + claim);

        Person taker = Person.signUp(niece, "/signup?next=" + claim);
        String receipt = path(niece.post(claim, ACCEPT).expect(303));

        assertThat(niece.get(receipt).hook("state")).contains("Handed over");
        assertThat(taker.balance()).isEqualTo("$0.60");
        assertThat(sender.balance()).isEqualTo("$0.40");
        assertThat(sender.browser().get(receipt).body())
                .contains(taker.handle())
                .doesNotContain("claim-link");
        assertThat(niece.get(claim).hook("state")).get().asString().contains("You accepted this");
    }

    @Test
    void aGiftThatArrivesIsToldToTheRecipientsPrograms() {
        Person taker = accept(sender.invite("niece@example.test", "0.10"));

        assertThat(number(
                        server,
                        "select count(*) from events join profiles on profiles.id = events.owner_id where handle = '"
                                + taker.handle() + "' and type = 'transfer.received'"
                                + " and data like '%\"state\":\"posted\",\"kind\":\"gift\"%'"
                                + " and data like '%\"recipient\":\"@" + taker.handle() + "\"%'"
                                + " and data like '%\"amount_posted\":{\"amount\":\"0.10\"%'"))
                .isEqualTo(1);
    }

    private Person accept(String claim) {
        Person taker = Person.newcomer(server);
        taker.browser().post(claim, ACCEPT).expect(303);
        return taker;
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneGetsItAndTheOtherSeesWhatHappened() {
        String claim = sender.invite("niece@example.test", "0.60");
        List<Person> takers = List.of(Person.newcomer(server), Person.newcomer(server));
        List<Map<String, String>> forms =
                takers.stream().map(taker -> form(taker, claim, "accept")).toList();

        CompletableFuture<Reply> first =
                CompletableFuture.supplyAsync(() -> takers.get(0).browser().postOnly(claim, forms.get(0)));
        CompletableFuture<Reply> second =
                CompletableFuture.supplyAsync(() -> takers.get(1).browser().postOnly(claim, forms.get(1)));

        List<Reply> replies = List.of(first.join(), second.join());
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(303, 409);
        Reply late = replies.get(0).status() == 409 ? replies.get(0) : replies.get(1);
        assertThat(late.hook("state")).contains("Somebody has accepted this already.");
        assertThat(takers).extracting(Person::balance).containsExactlyInAnyOrder("$0.60", "$0.00");
        assertThat(sender.balance()).isEqualTo("$0.40");
    }

    private static Map<String, String> form(Person person, String claim, String action) {
        Map<String, String> form = new HashMap<>(person.browser().get(claim).hiddenFields());
        form.put("action", action);
        return form;
    }

    @Test
    void acceptingTwiceByADoubleClickLeadsToTheSameReceipt() {
        String claim = sender.invite("niece@example.test", "0.60");
        Person taker = Person.newcomer(server);
        Map<String, String> form = form(taker, claim, "accept");

        String first = path(taker.browser().postOnly(claim, form).expect(303));
        String second = path(taker.browser().postOnly(claim, form).expect(303));

        assertThat(second).isEqualTo(first);
        assertThat(taker.balance()).isEqualTo("$0.60");
    }

    @Test
    void aVisitorMayDeclineAndTheCashGoesBack() {
        String claim = sender.invite("niece@example.test", "0.60");
        TestBrowser visitor = server.browser();

        assertThat(path(visitor.post(claim, DECLINE).expect(303))).isEqualTo(claim);

        assertThat(visitor.get(claim).hook("state")).get().asString().contains("declined");
        assertThat(sender.balance()).isEqualTo("$1.00");
        assertThat(sender.browser().get("/activity").body()).contains("niece@example.test", "Went back");
    }

    @Test
    void aVisitorWhoAcceptsIsAskedToSignInFirst() {
        String claim = sender.invite("niece@example.test", "0.60");

        assertThat(path(server.browser().post(claim, ACCEPT).expect(303))).isEqualTo("/login?next=" + claim);
    }

    @Test
    void theSenderIsToldThatItIsTheirsAndMayTakeItBack() {
        String claim = sender.invite("niece@example.test", "0.60");
        assertThat(sender.browser().get(claim).body()).contains("Take it back").doesNotContain("Accept it");

        String receipt = path(sender.browser().post(claim, RETRACT).expect(303));

        assertThat(sender.browser().get(receipt).hook("state")).contains("Taken back");
        assertThat(sender.balance()).isEqualTo("$1.00");
        assertThat(server.browser().get(claim).hook("state")).get().asString().contains("took this back");
    }

    @Test
    void theSenderCannotAcceptTheirOwnGift() {
        String claim = sender.invite("niece@example.test", "0.60");

        assertThat(sender.browser().post(claim, ACCEPT).expect(422).hook("error"))
                .get()
                .asString()
                .contains("sent this yourself");
        assertThat(sender.balance()).isEqualTo("$0.40");
    }

    @Test
    void nobodyElseCanTakeItBack() {
        String claim = sender.invite("niece@example.test", "0.60");

        Person.newcomer(server).browser().post(claim, RETRACT).expect(403);
        server.browser().post(claim, RETRACT).expect(403);

        assertThat(server.browser().get(claim).body()).contains("has cash for you");
    }

    @Test
    void whatWasTakenBackCannotBeAccepted() {
        String claim = sender.invite("niece@example.test", "0.60");
        Person taker = Person.newcomer(server);
        Map<String, String> form = form(taker, claim, "accept");
        sender.browser().post(claim, RETRACT).expect(303);

        assertThat(taker.browser().postOnly(claim, form).expect(409).hook("state"))
                .get()
                .asString()
                .contains("took this back");
        assertThat(taker.balance()).isEqualTo("$0.00");
    }

    @Test
    void anUnknownCodeGetsAClearPage() {
        assertThat(server.browser()
                        .get("/claim/0000000000000000000000")
                        .expect(404)
                        .body())
                .contains("We do not know this code");
        assertThat(server.browser().get("/claim/short").expect(404).body()).contains("We do not know this code");
        assertThat(server.browser().get("/claim?code=nonsense").expect(422).error("code"))
                .isPresent();
    }

    @Test
    void aCodeMayBeTypedWithSpacesOrPastedAsALink() {
        String claim = sender.invite("niece@example.test", "0.60");
        String token = claim.substring("/claim/".length());

        String spaced = token.substring(0, 8) + "+" + token.substring(8) + "+";
        assertThat(path(server.browser().get("/claim?code=" + spaced).expect(303)))
                .isEqualTo(claim);
        assertThat(path(server.browser()
                        .get("/claim?code=http%3A%2F%2Flocalhost" + claim)
                        .expect(303)))
                .isEqualTo(claim);
    }

    @Test
    void theDatabaseHoldsNoTokenInTheClear() {
        String claim = sender.invite("niece@example.test", "0.60");
        String token = claim.substring("/claim/".length());

        assertThat(number(
                        server,
                        "select count(*) from invitations where locate('" + token + "', sealed_token) > 0"
                                + " or locate('" + token + "', token_hash) > 0"))
                .isZero();
        sender.browser().post(claim, RETRACT).expect(303);
        assertThat(number(
                        server,
                        "select count(*) from invitations where token_hash = unhex(sha2('" + token
                                + "', 256)) and sealed_token is null and ended_at is not null"))
                .isEqualTo(1);
    }
}
