package cash.tuppence.member.signup;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> form(String handle) {
        return new HashMap<>(Map.of(
                "name", "Fern Weaver",
                "handle", handle,
                "email", handle + "@example.test",
                "password", "blue ferns grow",
                "region", "US-UT",
                "adult", "true",
                "terms", "true"));
    }

    private static Map<String, String> form(String handle, String field, String value) {
        Map<String, String> form = form(handle);
        form.put(field, value);
        return form;
    }

    @Test
    void opensAWalletAndSignsIn() {
        TestBrowser browser = server.browser();
        assertThat(browser.post("/signup", form("fern-1")).expect(303).location())
                .isEqualTo("/wallet");
        assertThat(browser.get("/").body()).contains("Sign out");
    }

    @Test
    void goesOnToWhereOneWasGoing() {
        Reply reply = server.browser()
                .post("/signup?next=/claim/abc", "/signup", form("fern-2"))
                .expect(303);
        assertThat(reply.location()).isEqualTo("/claim/abc");
    }

    @Test
    void letsOneSignInAgainLater() {
        server.browser().post("/signup", form("fern-3")).expect(303);
        server.browser()
                .post("/login", Map.of("email", "fern-3@example.test", "password", "blue ferns grow"))
                .expect(303);
    }

    @Test
    void keepsWhenOneSaidSoAndNeitherThePasswordNorThatTheAddressIsTheirs() throws SQLException {
        server.browser().post("/signup", form("fern-4")).expect(303);
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select adult_at, terms_at, terms_version, region,"
                        + " email_confirmed_at, password_hash from members where email = 'fern-4@example.test'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("adult_at")).startsWith("2026-11-02 09:30:00");
            assertThat(rows.getString("terms_at")).startsWith("2026-11-02 09:30:00");
            assertThat(rows.getString("terms_version")).isNotBlank();
            assertThat(rows.getString("region")).isEqualTo("US-UT");
            assertThat(rows.getString("email_confirmed_at")).isNull();
            assertThat(rows.getString("password_hash")).contains("$argon2id$").doesNotContain("blue ferns");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    name,     ''
                    name,     '   '
                    name,     'Evil \u202E eman'
                    handle,   ''
                    handle,   'ab'
                    handle,   'Fern'
                    handle,   'fern weaver'
                    handle,   'fern_weaver'
                    handle,   'a-handle-that-is-longer-than-thirty'
                    handle,   'admin'
                    handle,   'payer'
                    email,    ''
                    email,    'fern'
                    email,    'fern@example'
                    email,    'fern@@example.test'
                    email,    'payer@example.test'
                    email,    'PAYER@Example.Test'
                    password, ''
                    password, '1234567'
                    password, 'Password123'
                    password, 'zzzzzzzzzz'
                    region,   ''
                    region,   'US-GU'
                    region,   'XX-YY'
                    region,   'US-Ü'
                    adult,    ''
                    terms,    ''
                    """)
    void saysBesideTheFieldWhatIsWrong(String field, String value) {
        TestBrowser browser = server.browser();
        Reply reply = browser.post("/signup", form("fern-wrong", field, value)).expect(422);
        assertThat(reply.error(field)).isPresent();
        assertThat(reply.body().split("data-test=\"error-", -1)).hasSize(2);
        assertThat(browser.get("/").body()).doesNotContain("Sign out");
    }

    @Test
    void saysEverythingAtOnceAndKeepsWhatWasTypedButThePassword() {
        Reply reply = server.browser()
                .post(
                        "/signup",
                        Map.of(
                                "name",
                                "Fern <b>",
                                "handle",
                                "Not One",
                                "email",
                                "fern",
                                "password",
                                "short",
                                "region",
                                "US-UT"))
                .expect(422);
        assertThat(reply.error("handle")).isPresent();
        assertThat(reply.error("email")).isPresent();
        assertThat(reply.error("password")).isPresent();
        assertThat(reply.error("adult")).isPresent();
        assertThat(reply.error("terms")).isPresent();
        assertThat(reply.body())
                .contains("value=\"Fern &lt;b&gt;\"")
                .contains("value=\"Not One\"")
                .contains("value=\"fern\"")
                .contains("value=\"US-UT\" selected")
                .doesNotContain("short\"");
    }

    @Test
    void givesAHandleToOneOfTwoWhoWantItAtOnce() {
        server.browser().post("/signup", form("fern-5")).expect(303);
        Reply second = server.browser()
                .post("/signup", form("fern-5", "email", "other@example.test"))
                .expect(422);
        assertThat(second.error("handle").orElseThrow()).contains("@fern-5");
    }
}
