package cash.tuppence.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.webhook.Receiver;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EndpointPagesTest {
    private static final String ALL = "/business/corner-shop/webhooks";

    private static TestServer server;
    private static TestBrowser owner;

    private final Receiver shop = new Receiver();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Adds an endpoint on the page, and returns that page. */
    private Reply add() {
        return owner.post(ALL + "/new", Map.of("url", shop.url(), "mode", "live", "checkout.canceled", "yes"))
                .expect(200);
    }

    private String path() {
        add();
        return first("href=\"(" + ALL + "/we_[^\"?#]+)\"[^>]*><code>" + Pattern.quote(shop.url()), owner.get(ALL));
    }

    private static String first(String pattern, Reply page) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void theSecretIsShownOnceAndSigns() {
        Reply made = add();
        String path = first("action=\"(" + ALL + "/we_[^\"/]+)/ping\"", made);

        owner.post(path + "/ping", Map.of()).expect(303);

        assertThat(shop.calls())
                .singleElement()
                .matches(call -> call.isSignedWith(made.hook("secret").orElseThrow()));
        assertThat(owner.get(path).expect(200).hook("secret")).isEmpty();
        assertThat(owner.get(ALL).expect(200).body()).contains(shop.url()).doesNotContain("whsec_");
    }

    @Test
    void aFormThatIsSentTwiceAddsOneEndpointAndShowsTheSameSecret() {
        Map<String, String> form =
                Map.of("url", shop.url(), "mode", "live", "checkout.canceled", "yes", "once", "twice-" + shop.url());

        Reply first = owner.post(ALL + "/new", form).expect(200);
        Reply second = owner.post(ALL + "/new", form).expect(200);

        assertThat(second.hook("secret")).isPresent().isEqualTo(first.hook("secret"));
        assertThat(owner.get(ALL).body().split(Pattern.quote(">" + shop.url()), -1))
                .hasSize(2);
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Reply again = owner.post(ALL + "/new", Map.of("url", "http://169.254.169.254/"))
                .expect(422);

        assertThat(again.error("url").orElseThrow()).contains("private network");
        assertThat(again.error("mode")).isPresent();
        assertThat(owner.post(ALL + "/new", Map.of("url", shop.url(), "mode", "live"))
                        .expect(422)
                        .error("events"))
                .isPresent();
        Reply edited = owner.post(path(), Map.of("url", "ftp://x", "*", "yes")).expect(422);
        assertThat(edited.error("url")).isPresent();
        assertThat(edited.body()).contains("ftp://x");
    }

    @Test
    void whatAPingWasAnsweredIsShown() {
        String path = path();
        shop.answerWith(503);

        String delivery = owner.post(path + "/ping", Map.of()).expect(303).location();
        server.runJob("deliver-webhooks");

        Reply page = owner.get(delivery).expect(200);
        assertThat(page.body())
                .contains(
                        "It answered 503",
                        "noted",
                        shop.calls().get(0).signatures().substring(3, 10));
        assertThat(page.hook("event")).contains(shop.calls().get(0).id());
        assertThat(page.body()).doesNotContain("on its way");
    }

    @Test
    void whoDoesNotAnswerAtOnceIsWaitedForByThePage() {
        String path = path();
        shop.fallSilent();

        String delivery = owner.post(path + "/ping", Map.of()).expect(303).location();

        Reply page = owner.get(delivery).expect(200);
        assertThat(page.body()).contains("on its way");
        assertThat(page.header("Refresh")).isEqualTo("2");
        shop.close();
    }

    @Test
    void theLogIsFilteredAndADeliveryIsSaidAgain() throws InterruptedException {
        String path = path();
        Merchant live = Merchant.live(server);
        String checkout = live.created("2.50").get("id").asString();
        live.post("/api/v1/checkouts/" + checkout + "/cancel", "{}").expect(200);
        shop.await(1, Duration.ofSeconds(20));
        server.runJob("deliver-webhooks");

        assertThat(owner.get(path + "?object=" + checkout).expect(200).body())
                .contains("/deliveries/dlv_", "answered 200");
        for (String other :
                new String[] {"object=co_x", "state=failed", "type=ping", "to=2001-01-01", "from=2040-01-01"}) {
            assertThat(owner.get(path + "?" + other).expect(200).body())
                    .as(other)
                    .contains("Nothing like that.")
                    .doesNotContain("/deliveries/dlv_");
        }
        assertThat(owner.get(path + "?from=nonsense&state=nonsense").expect(200).body())
                .contains("/deliveries/dlv_");

        String delivery = first("href=\"(" + path + "/deliveries/dlv_[^\"]+)\"", owner.get(path));
        owner.post(delivery, Map.of()).expect(303);
        shop.await(2, Duration.ofSeconds(20));
        assertThat(shop.ids()).hasSize(2).containsOnly(shop.ids().get(0));
        assertThat(owner.get(delivery).expect(200).hook("body").orElseThrow()).contains(checkout);
        owner.post(path + "/redeliver", Map.of("since", "tomorrow")).expect(422);
        assertThat(owner.post(path + "/redeliver", Map.of("since", "2026-11-01"))
                        .expect(303)
                        .location())
                .endsWith("?done=0");
    }

    @Test
    void itIsSwitchedRotatedChangedAndDeleted() {
        String path = path();

        owner.post(path + "/switch", Map.of("on", "no")).expect(303);
        assertThat(owner.get(path).body()).contains("Switch it on");
        owner.post(path + "/switch", Map.of("on", "yes")).expect(303);
        assertThat(owner.post(path + "/rotate", Map.of()).expect(200).hook("secret"))
                .isPresent();
        assertThat(owner.get(path).body()).contains("The secret before signs, too");
        owner.post(path, Map.of("url", shop.url() + "/2", "*", "yes")).expect(303);
        assertThat(owner.get(ALL).body()).contains(shop.url() + "/2", "Hears everything.");
        owner.post(path + "/delete", Map.of()).expect(303);

        owner.get(path).expect(404);
        assertThat(owner.get(ALL).body()).doesNotContain(shop.url() + "/2");
    }

    @Test
    void anotherBusinesssEndpointIsNotThere() {
        String id = path().substring(ALL.length());
        TestBrowser other = server.signedIn("library");

        other.get("/business/library/webhooks" + id).expect(404);
        other.get(ALL + id).expect(404);
    }

    @Test
    void onesThatNothingReachesSaySo() {
        String path = path();
        Rows.execute(
                server,
                "update webhook_endpoints set failing_since = '2026-10-30 00:00:00', state = 'given_up' where url = '"
                        + shop.url() + "'");

        assertThat(owner.get(ALL).body()).contains("nothing reached it for three days");
        assertThat(owner.get(path).body()).contains("Switched off by us", "Switch it on");
    }
}
