package cash.tuppence.member.settings;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandleChangeTest {
    private static final String PAGE = "/settings/profile";
    private static final String PATH = PAGE + "/handle";

    private TestServer server;
    private Person payer;

    @BeforeEach
    void start() {
        server = TestServer.start();
        payer = new Person(server.signedIn("payer"), "payer");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply rename(TestBrowser who, String handle) {
        return who.post(PAGE, PATH, Map.of("handle", handle));
    }

    private Reply send(String recipient) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/transfers")
                .header("Authorization", "Bearer pat_demo_payer")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"recipient\":\"@" + recipient
                        + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}")));
    }

    @Test
    void leavesTheOldOneLeadingOn() {
        Person person = Person.newcomer(server);
        String old = person.handle();
        send(old).expect(201);

        rename(person.browser(), "somebody-new").expect(303);

        assertThat(server.browser().get("/@" + old).expect(303).location()).isEqualTo("/@somebody-new");
        server.browser().get("/@somebody-new").expect(200);
        assertThat(send(old).expect(201).json().get("recipient").asString()).isEqualTo("@somebody-new");
        payer.send("@" + old, "0.01");
        payer.send("@somebody-new", "0.01");
        assertThat(person.balance()).isEqualTo("$0.04");
        assertThat(person.browser().get(PAGE).expect(200).body()).contains("value=\"somebody-new\"");
    }

    @Test
    void keepsTheOldOneFromOthersUntilNobodyRemembersIt() {
        Person person = Person.newcomer(server);
        Person other = Person.newcomer(server);
        String old = person.handle();
        rename(person.browser(), "somebody-new").expect(303);

        assertThat(rename(other.browser(), old).expect(422).error("handle"))
                .contains("@" + old + " is taken already. Please choose another.");
        assertThat(rename(other.browser(), "somebody-new").expect(422).error("handle"))
                .isPresent();
        assertThat(signUp(old).expect(422).error("handle")).isPresent();

        server.clock().advance(Duration.ofDays(90).plusSeconds(1));
        server.runJob("sweep-handles");
        server.browser().get("/@" + old).expect(404);
        assertThat(signUp(old).expect(422).error("handle")).isPresent();

        server.clock().advance(Duration.ofDays(1));
        server.runJob("sweep-handles");
        signUp(old).expect(303);
        server.browser().get("/@" + old).expect(200);
    }

    private Reply signUp(String handle) {
        return server.browser()
                .post(
                        "/signup",
                        Map.of(
                                "name", "Somebody Else",
                                "handle", handle,
                                "email", handle + "-2@example.test",
                                "password", "a-long-enough-secret",
                                "region", "US-UT",
                                "adult", "true",
                                "terms", "true"));
    }

    @Test
    void canBeTakenBack() {
        Person person = Person.newcomer(server);
        rename(person.browser(), "somebody-new").expect(303);
        rename(person.browser(), person.handle()).expect(303);

        server.browser().get("/@" + person.handle()).expect(200);
        assertThat(server.browser().get("/@somebody-new").expect(303).location())
                .isEqualTo("/@" + person.handle());
    }

    @Test
    void isNoWayToKeepManyNamesFromOthers() {
        Person person = Person.newcomer(server);
        for (String handle : List.of("one-1", "two-2", "three-3")) {
            rename(person.browser(), handle).expect(303);
        }
        assertThat(rename(person.browser(), "four-4").expect(422).error("handle"))
                .hasValueSatisfying(text -> assertThat(text).contains("90 days"));
        server.browser().get("/@three-3").expect(200);
        server.browser().get("/@four-4").expect(404);
    }

    @Test
    void saysWhatIsWrong() {
        Reply reply = rename(payer.browser(), "No Spaces").expect(422);
        assertThat(reply.error("handle")).contains("Please use 3 to 30 small letters, digits and hyphens.");
        assertThat(reply.body()).contains("value=\"No Spaces\"").contains("Paula");
        rename(payer.browser(), "admin").expect(422);
        rename(payer.browser(), "payer").expect(303);
        assertThat(Rows.number(server, "select count(*) from former_handles")).isZero();
    }

    @Test
    void isWonByOneOfManyWhoWantTheSame() {
        List<Person> people =
                Stream.generate(() -> Person.newcomer(server)).limit(5).toList();
        List<CompletableFuture<Integer>> replies = people.stream()
                .map(person -> CompletableFuture.supplyAsync(
                        () -> rename(person.browser(), "wanted").status()))
                .toList();
        assertThat(replies)
                .extracting(CompletableFuture::join)
                .containsOnlyOnce(303)
                .contains(422);
        assertThat(Rows.number(server, "select count(*) from former_handles")).isOne();
    }
}
