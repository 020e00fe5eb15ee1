package cash.tuppence.business;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NewBusinessTest {
    private static final Map<String, String> STALL = Map.of(
            "name", "Fern’s Stall",
            "handle", "fern-stall",
            "about", "Flowers on Fridays.",
            "address", "Market Square\r\nBooth 7",
            "contact_email", "Stall@Example.test");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void belongsToWhoeverAddsItAndToNobodyElse() {
        TestBrowser friend = server.signedIn("friend");
        assertThat(friend.get("/business").expect(200).body()).contains("Add a business");
        Reply added = friend.post("/business/new", STALL).expect(303);
        assertThat(added.location()).isEqualTo("/business/fern-stall");
        assertThat(friend.get(added.location()).expect(200).body()).contains("Fern’s Stall", "Owner");
        assertThat(friend.get("/business").body()).contains("Fern’s Stall", "@fern-stall", "Owner");
        assertThat(server.browser().get("/directory").body()).contains("Fern’s Stall");
        server.signedIn("payer").get("/business/fern-stall").expect(404);
    }

    @Test
    void isNotAddedUnderAHandleThatIsTaken() {
        TestBrowser friend = server.signedIn("friend");
        Reply refused = friend.post("/business/new", Map.of("name", "Payer", "handle", "payer"));
        assertThat(refused.expect(422).error("handle")).contains("@payer is taken already. Please choose another.");
        for (String reserved : new String[] {"new", "join", "connect"}) {
            friend.post("/business/new", Map.of("name", "New", "handle", reserved))
                    .expect(422);
        }
    }

    @Test
    void needsANameAndSaysEachFault() {
        Reply refused = server.signedIn("friend")
                .post("/business/new", Map.of("handle", "x", "contact_email", "nobody", "about", "x".repeat(281)));
        refused.expect(422);
        assertThat(refused.error("name")).isPresent();
        assertThat(refused.error("handle")).isPresent();
        assertThat(refused.error("contact_email")).isPresent();
        assertThat(refused.error("about")).isPresent();
    }
}
