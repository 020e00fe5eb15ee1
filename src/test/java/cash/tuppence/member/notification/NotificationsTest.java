package cash.tuppence.member.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.outbox.FanOut;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestMailbox;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final String PAGE = "/settings/notifications";

    private final TestServer server = TestServer.start();
    private final TestBrowser friend = server.signedIn("friend");
    private final Person payer = new Person(server.signedIn("payer"), "payer");

    @AfterEach
    void close() {
        server.close();
    }

    private TestMailbox mailbox(String person) {
        return new TestMailbox(server, person + "@example.test");
    }

    private static boolean isTicked(Reply page, String box) {
        return page.expect(200).body().matches("(?s).*<input id=\"" + box + "\"[^>]* checked[ =>].*");
    }

    @Test
    void oneSaysWhichMailsOneWants() {
        Reply before = friend.get(PAGE);
        assertThat(isTicked(before, "cash_received")).isFalse();
        assertThat(isTicked(before, "waiting_cash")).isTrue();
        assertThat(isTicked(before, "endpoint_disabled")).isTrue();
        friend.post(PAGE, Map.of("cash_received", "true")).expect(303);
        Reply after = friend.get(PAGE + "?done=saved");
        assertThat(isTicked(after, "cash_received")).isTrue();
        assertThat(isTicked(after, "waiting_cash")).isFalse();
        assertThat(isTicked(after, "endpoint_disabled")).isFalse();
        assertThat(isTicked(server.signedIn("payer").get(PAGE), "waiting_cash")).isTrue();
    }

    @Test
    void whoeverWantsToKnowIsToldThatCashArrivedButNotAtEachPenny() {
        payer.send("@friend", "0.10");
        server.runJob(FanOut.NAME);
        assertThat(mailbox("friend").subjects("You received")).isEmpty();

        friend.post(PAGE, Map.of("cash_received", "true")).expect(303);
        payer.send("@friend", "0.20");
        payer.send("@friend", "0.30");
        server.runJob(FanOut.NAME);
        server.runJob(FanOut.NAME);
        assertThat(mailbox("friend").subjects("You received")).containsExactly("You received $0.20");
        assertThat(mailbox("friend").newest()).contains("@payer");
        friend.get(mailbox("friend").link("/transfers/")).expect(200);

        server.clock().advance(Duration.ofMinutes(15));
        payer.send("@friend", "0.40");
        server.runJob(FanOut.NAME);
        assertThat(mailbox("friend").subjects("You received"))
                .containsExactly("You received $0.40", "You received $0.20");

        friend.post(PAGE, Map.of()).expect(303);
        server.clock().advance(Duration.ofMinutes(15));
        payer.send("@friend", "0.50");
        server.runJob(FanOut.NAME);
        assertThat(mailbox("friend").subjects("You received")).hasSize(2);
    }

    @Test
    void thoseWhoLookAfterCallbacksAreToldWhenTheyAreSwitchedOff() {
        String shop = "(select id from profiles where handle = 'corner-shop')";
        Rows.execute(
                server,
                "insert into team_members select " + shop
                        + ", id, 'cashier', utc_timestamp(6) from members where email = 'friend@example.test'");
        Rows.execute(
                server,
                "insert into team_members select " + shop
                        + ", id, 'developer', utc_timestamp(6) from members where email = 'payer@example.test'");
        Rows.execute(
                server,
                "insert into events (id, nonce, owner_id, type, livemode, data, created_at) values (77, repeat('n', 12), "
                        + shop + ", 'webhook_endpoint.disabled', true,"
                        + " '{\"id\":\"we_1\",\"url\":\"https://shop.example/<b>\",\"livemode\":true}', utc_timestamp(6))");
        server.runJob(FanOut.NAME);
        assertThat(mailbox("shop").subjects("Callbacks of ")).hasSize(1);
        assertThat(mailbox("shop").newest()).contains("https://shop.example/<b>");
        assertThat(mailbox("shop").link("/business/")).isEqualTo("/business/corner-shop/webhooks/we_1");
        assertThat(mailbox("payer").subjects("Callbacks")).hasSize(1);
        assertThat(mailbox("friend").subjects("Callbacks"))
                .as("a cashier can do nothing about it")
                .isEmpty();
    }

    @Test
    void anInvitationToATeamGoesByMailWhereAnAddressIsGiven() {
        TestBrowser owner = server.signedIn("shop");
        String team = "/business/corner-shop/team";
        owner.post(team, Map.of("role", "cashier", "email", "nobody")).expect(422);
        owner.post(team, Map.of("role", "cashier", "email", "Carl@example.test"))
                .expect(303);
        assertThat(mailbox("carl").subjects())
                .singleElement()
                .asString()
                .startsWith("Sam Corner invites you to the team");
        friend.get(mailbox("carl").link("/business/join/")).expect(200);
        friend.post(mailbox("carl").link("/business/join/"), Map.of()).expect(303);
        assertThat(friend.get("/business").body()).contains("corner-shop");
        owner.post(team, Map.of("role", "cashier", "note", "by hand")).expect(303);
        assertThat(mailbox("carl").subjects()).hasSize(1);
    }
}
