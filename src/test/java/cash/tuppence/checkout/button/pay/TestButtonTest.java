package cash.tuppence.checkout.button.pay;

import static cash.tuppence.checkout.button.Shelf.fixed;
import static cash.tuppence.checkout.button.Shelf.page;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.button.Shelf;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TestButtonTest {
    private static final Map<String, String> PAY = Map.of("action", "pay");

    private static TestServer server;
    private static Shelf shelf;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shelf = Shelf.test(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void playMoneyIsSaidLoudly() {
        JsonNode button = shelf.made(fixed("3.00", "XTS"));
        TestBrowser payer = server.signedIn("payer");
        assertThat(payer.get(page(button)).expect(200).body()).contains("Test mode", "Play money");
    }

    @Test
    void whoeverTriesAButtonOutGetsPlayMoneyOnceAndTheirWalletSaysWhatItIs() {
        JsonNode button = shelf.made(fixed("600.00", "XTS"));
        TestBrowser friend = server.signedIn("friend");
        assertThat(friend.get("/wallet").expect(200).hook("play-money")).isEmpty();
        Reply shown = friend.get(page(button)).expect(200);
        assertThat(shown.hook("balance").orElseThrow()).contains("1,000.00");
        friend.postOnly(page(button), consent(shown)).expect(303);

        assertThat(friend.get(page(button)).expect(200).hook("missing")).isPresent();
        Reply wallet = friend.get("/wallet").expect(200);
        assertThat(wallet.hook("play-money")).contains("Test: play money");
        assertThat(wallet.body()).contains("It buys nothing.");
        assertThat(wallet.hook("balance-XTS").orElseThrow()).contains("400.00");
    }

    private static Map<String, String> consent(Reply shown) {
        Map<String, String> fields = new HashMap<>(shown.hiddenFields());
        fields.putAll(PAY);
        return fields;
    }
}
