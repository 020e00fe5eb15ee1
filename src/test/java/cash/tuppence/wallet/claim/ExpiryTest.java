package cash.tuppence.wallet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    @Test
    void whatNobodyTakesInThirtyDaysGoesBackByItself() {
        try (TestServer server = TestServer.start()) {
            String claim = new Person(server.signedIn("payer"), "payer").invite("niece@example.test", "0.60");

            server.clock().advance(Duration.ofDays(30).minusSeconds(1));
            Person sender = new Person(server.signedIn("payer"), "payer");
            Person taker = new Person(server.signedIn("friend"), "friend");
            Map<String, String> form = new HashMap<>(taker.browser().get(claim).hiddenFields());
            form.put("action", "accept");
            server.runJob("expire-holds");
            assertThat(sender.balance()).isEqualTo("$99.40");

            server.clock().advance(Duration.ofSeconds(1));
            assertThat(taker.browser().get(claim).hook("state"))
                    .get()
                    .asString()
                    .contains("waited too long");
            taker.browser().postOnly(claim, form).expect(409);
            server.runJob("expire-holds");
            assertThat(sender.balance()).isEqualTo("$100.00");
            assertThat(taker.balance()).isEqualTo("$5.00");
        }
    }
}
