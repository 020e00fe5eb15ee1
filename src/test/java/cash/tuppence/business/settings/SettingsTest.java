package cash.tuppence.business.settings;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String SETTINGS = "/business/library/settings";

    private static TestServer server;
    private static TestBrowser owner;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("library");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> profile(String name) {
        return new HashMap<>(Map.of(
                "name", name,
                "about", "We lend.",
                "address", "1 Main St",
                "contact_email", "ask@example.test",
                "color", "#A01020"));
    }

    @Test
    void changeWhatEverybodySees() {
        owner.post(SETTINGS, profile("Library of Larger Things")).expect(303);
        String again = owner.get(SETTINGS).expect(200).body();
        assertThat(again).contains("Library of Larger Things", "1 Main St", "ask@example.test", "#a01020");
        assertThat(server.browser().get("/directory?q=larger").body()).contains("Library of Larger Things");
        assertThat(Rows.number(server, "select count(*) from profile_words where word = 'larger'"))
                .isEqualTo(1);
        assertThat(Rows.number(server, "select count(*) from profile_words where word = 'little'"))
                .isZero();
    }

    @Test
    void sayEachFaultAndKeepWhatWasTyped() {
        Map<String, String> typed = profile("");
        typed.put("color", "red");
        Reply refused = owner.post(SETTINGS, typed).expect(422);
        assertThat(refused.error("name")).isPresent();
        assertThat(refused.error("color")).contains("Please choose a colour, such as #0b5345.");
        assertThat(refused.body()).contains("We lend.");
    }

    @Test
    void registerSitesInOneFormAndRemoveThem() {
        String path = SETTINGS + "/origins";
        owner.post(path, Map.of("action", "add", "origin", "HTTPS://Shop.Example:443/"))
                .expect(303);
        assertThat(owner.get(path).body()).contains("https://shop.example<");
        for (String faulty : List.of("", "shop.example", "https://shop.example/path", "ftp://shop.example")) {
            Reply refused =
                    owner.post(path, Map.of("action", "add", "origin", faulty)).expect(422);
            assertThat(refused.error("origin")).as(faulty).isPresent();
        }
        owner.post(path, Map.of("action", "remove", "origin", "https://shop.example"))
                .expect(303);
        assertThat(owner.get(path).body()).doesNotContain("https://shop.example<");
    }

    @Test
    void showTheSecretToWhoAsksAndReplaceIt() {
        String path = SETTINGS + "/secrets";
        assertThat(owner.get(path).expect(200).body()).doesNotContain("whsec_");
        String first = secret(owner.post(path, Map.of("action", "show", "mode", "live")));
        assertThat(secret(owner.post(path, Map.of("action", "show", "mode", "live"))))
                .isEqualTo(first);
        assertThat(secret(owner.post(path, Map.of("action", "show", "mode", "test"))))
                .isNotEqualTo(first);
        String second = secret(owner.post(path, Map.of("action", "replace", "mode", "live")));
        assertThat(second).isNotEqualTo(first);
        assertThat(secret(owner.post(path, Map.of("action", "show", "mode", "live"))))
                .isEqualTo(second);
    }

    private static String secret(Reply reply) {
        String secret = reply.expect(200).hook("secret").orElseThrow();
        assertThat(secret).startsWith("whsec_").hasSize(50);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        return secret;
    }
}
