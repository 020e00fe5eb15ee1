package cash.tuppence.member.settings;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProfileSettingsTest {
    private static final String PATH = "/settings/profile";

    private static TestServer server;
    private static TestBrowser payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        payer = server.signedIn("payer");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply found(String query) {
        TestBrowser program = server.browser();
        return program.send(program.request("/api/v1/users?query=" + query)
                .header("Authorization", "Bearer pat_demo_friend")
                .GET());
    }

    private static Reply save(String name, String about, String visibility) {
        return payer.post(PATH, Map.of("name", name, "about", about, "visibility", visibility));
    }

    @Test
    void startWithTheProfile() {
        assertThat(payer.get("/settings").expect(303).location()).endsWith(PATH);
        assertThat(payer.get("/wallet").expect(200).body()).contains("href=\"/settings/profile\"");
        Reply page = payer.get(PATH).expect(200);
        assertThat(page.body())
                .contains("<a class=\"nav-link\" href=\"/settings/profile\" aria-current=\"page\">Profile</a>")
                .contains("href=\"/@payer\"");
    }

    @Test
    void areOfWhoeverIsSignedIn() {
        assertThat(server.browser().get(PATH).expect(303).location()).isEqualTo("/login?next=%2Fsettings%2Fprofile");
    }

    @Test
    void changeWhatOthersSee() {
        save("Quentin Quickpenny", "I <b>like</b> pennies.", "public").expect(303);
        assertThat(server.browser().get("/@payer").expect(200).body())
                .contains("Quentin Quickpenny")
                .contains("I &lt;b&gt;like&lt;/b&gt; pennies.");
        assertThat(found("quickpenny").expect(200).body()).contains("\"payer\"");

        save("Quentin Quickpenny", "", "private").expect(303);
        assertThat(found("quickpenny").expect(200).body()).doesNotContain("\"payer\"");
        server.browser().get("/@payer").expect(200);
    }

    @Test
    void sayWhatIsWrong() {
        Reply nameless = save("  ", "x".repeat(281), "everybody").expect(422);
        assertThat(nameless.error("name")).contains("Please write your name.");
        assertThat(nameless.error("about")).isPresent();
        assertThat(nameless.error("visibility")).isPresent();
    }
}
