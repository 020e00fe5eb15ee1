package cash.tuppence.member.token;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class TokensPageTest {
    private static final String PATH = "/settings/security/tokens";

    private static TestServer server;
    private static TestServer other;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        other = server.again();
    }

    @AfterAll
    static void stop() {
        other.close();
        server.close();
    }

    private static Reply me(TestServer at, String token) {
        TestBrowser program = at.browser();
        return program.send(program.request("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static String make(Person person, String name) {
        return person.browser()
                .post(PATH, Map.of("name", name, "wallet:read", "yes", "expires", "30"))
                .expect(200)
                .hook("token")
                .orElseThrow();
    }

    private static long idOf(String name) {
        return Rows.number(server, "select id from access_tokens where name = '" + name + "'");
    }

    @Test
    void showATokenOnceAndKeepItsHashOnly() {
        Person person = Person.newcomer(server);
        String token = make(person, "Sheet one");
        assertThat(token).startsWith("pat_").hasSizeGreaterThan(40);
        me(server, token).expect(200);
        me(other, token).expect(200);

        Reply page = person.browser().get(PATH).expect(200);
        assertThat(page.body()).contains("Sheet one").contains("Never used.").doesNotContain(token);
        assertThat(Rows.number(
                        server,
                        "select count(*) from access_tokens where secret_hash = unhex(sha2('" + token + "', 256))"))
                .isOne();
    }

    @Test
    void warnTheirOwnerOfANewOne() {
        Person person = Person.newcomer(server);
        make(person, "Sheet six");
        assertThat(Rows.number(
                        server,
                        "select count(*) from security_notices where kind = 'token_made' and details = 'Sheet six'"))
                .isOne();
    }

    @Test
    void sayWhenATokenWasLastUsed() {
        Person person = Person.newcomer(server);
        me(server, make(person, "Sheet two")).expect(200);
        server.runJob("note-token-uses");
        assertThat(person.browser().get(PATH).expect(200).body()).contains("Last used");
    }

    @Test
    void revokeATokenOnAllNodesAtOnce() {
        Person person = Person.newcomer(server);
        String token = make(person, "Sheet three");
        me(server, token).expect(200);
        me(other, token).expect(200);

        person.browser()
                .post(PATH, PATH + "/" + idOf("Sheet three") + "/revoke", Map.of())
                .expect(303);

        me(server, token).expect(401);
        me(other, token).expect(401);
        assertThat(person.browser().get(PATH).body()).doesNotContain("Sheet three");
    }

    @Test
    void leaveTheTokensOfOthersAlone() {
        Person person = Person.newcomer(server);
        String token = make(person, "Sheet four");
        Person stranger = Person.newcomer(server);

        stranger.browser()
                .post(PATH, PATH + "/" + idOf("Sheet four") + "/revoke", Map.of())
                .expect(303);

        me(server, token).expect(200);
        assertThat(stranger.browser().get(PATH).body()).doesNotContain("Sheet four");
        stranger.browser().post(PATH, PATH + "/none/revoke", Map.of()).expect(404);
    }

    @Test
    void endATokenByItself() {
        Person person = Person.newcomer(server);
        String token = make(person, "Sheet five");
        server.clock().advance(Duration.ofDays(30));
        me(server, token).expect(401);
        person = new Person(server.browser(), person.handle());
        person.browser()
                .post("/login", Map.of("email", person.handle() + "@example.test", "password", "a-long-enough-secret"))
                .expect(303);
        assertThat(person.browser().get(PATH).expect(200).body()).doesNotContain("Sheet five");
    }

    @Test
    void doNoMoreThanTheirScopes() {
        Person person = Person.newcomer(server);
        String token = person.browser()
                .post(PATH, Map.of("name", "Finder", "profile:read", "yes", "users:write", "yes", "expires", "never"))
                .expect(200)
                .hook("token")
                .orElseThrow();
        me(server, token).expect(403);
        assertThat(Rows.number(
                        server, "select count(*) from access_tokens where name = 'Finder' and scopes = 'profile:read'"))
                .isOne();
        assertThat(person.browser().get(PATH).body()).doesNotContain("users:write");
        assertThat(server.signedIn("admin").get(PATH).expect(200).body()).contains("users:write");
    }

    @Test
    void sayWhatIsWrong() {
        Person person = Person.newcomer(server);
        Reply reply = person.browser().post(PATH, Map.of("expires", "1000")).expect(422);
        assertThat(reply.error("name")).isPresent();
        assertThat(reply.error("scopes")).isPresent();
        assertThat(reply.error("expires")).isPresent();
    }

    @Test
    void areNotWithoutNumber() {
        Person person = Person.newcomer(server);
        for (int i = 0; i < 50; i++) {
            make(person, "Many");
        }
        assertThat(person.browser()
                        .post(PATH, Map.of("name", "Many", "wallet:read", "yes", "expires", "30"))
                        .expect(422)
                        .hook("error"))
                .contains("50 access tokens are the most. Please revoke one first.");
    }
}
