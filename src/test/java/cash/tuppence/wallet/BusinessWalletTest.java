package cash.tuppence.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A business uses what it earns: its wallet is like a person's, and a member of its team acts. */
class BusinessWalletTest {
    private static final String LIBRARY = "/business/library";

    private static TestServer server;
    private static TestBrowser owner;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("library");
        server.signedIn("payer")
                .post("/give/library", Map.of("amount", "20.00", "message", "for ink"))
                .expect(303);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply send(String to, String amount) {
        return owner.post(LIBRARY + "/send", Map.of("to", to, "amount", amount, "message", "Thank you"));
    }

    @Test
    void sendsWhatItHasAndSaysWhoActed() {
        assertThat(owner.get(LIBRARY + "/wallet").expect(200).body()).contains("@library", "for ink");
        Reply sent = send("@friend", "1.25").expect(303);
        assertThat(sent.location()).startsWith(LIBRARY + "/transfers/tr_");
        Reply receipt = owner.get(sent.location()).expect(200);
        assertThat(receipt.hook("amount")).contains("$1.25");
        assertThat(receipt.body()).contains("Library of Little Things", "Libby Shelf");
        String id = receipt.hook("transfer-id").orElseThrow();
        assertThat(Rows.number(
                        server,
                        "select count(*) from transfers t join members m on m.id = t.actor_id"
                                + " where m.email = 'library@example.test' and t.kind = 'send'"))
                .isPositive();
        assertThat(server.signedIn("friend").get("/transfers/" + id).expect(200).body())
                .contains("Library of Little Things", "Libby Shelf");
        assertThat(owner.get(LIBRARY + "/activity.csv").expect(200).body()).contains("1.25");
        assertThat(owner.get(LIBRARY + "/activity").body()).contains(LIBRARY + "/transfers/" + id);
    }

    @Test
    void sendsToItsOwnMemberButNotToItself() {
        send("@library", "0.01").expect(422);
        send("@libby-shelf", "0.01").expect(303);
        Rows.execute(
                server,
                "update members set email_confirmed_at = utc_timestamp(6) where email = 'library@example.test'");
        send("library@example.test", "0.01").expect(303);
    }

    @Test
    void sendsNoMoreThanItHas() {
        assertThat(send("@friend", "1000.00").expect(422).error("amount")).isPresent();
    }

    @Test
    void takesBackWhatNobodyTook() {
        Reply sent = send("nobody@example.test", "0.50").expect(303);
        Reply receipt = owner.get(sent.location()).expect(200);
        String link = receipt.hook("claim-link").orElseThrow();
        String path = link.substring(link.indexOf("/claim/"));
        owner.post(sent.location(), path, Map.of("action", "accept")).expect(422);
        owner.post(sent.location(), path, Map.of("action", "retract")).expect(303);
        assertThat(owner.get(sent.location()).hook("state")).contains("Taken back");
    }

    @Test
    void isShownToEverybodyWithItsContact() {
        owner.post(
                        LIBRARY + "/settings",
                        Map.of(
                                "name", "Library of Little Things",
                                "about", "We lend.",
                                "address", "1 Main St\nLogan",
                                "contact_email", "ask@example.test",
                                "color", "#0b5345"))
                .expect(303);
        assertThat(server.browser().get("/@library").expect(200).body())
                .contains("1 Main St", "mailto:ask@example.test", "We lend.");
    }

    @Test
    void showsItsReceiptsToNoOtherBusiness() {
        String id = owner.get(send("@friend", "0.02").expect(303).location())
                .hook("transfer-id")
                .orElseThrow();
        server.signedIn("shop").get("/business/corner-shop/transfers/" + id).expect(404);
    }
}
