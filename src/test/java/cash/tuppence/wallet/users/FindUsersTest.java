package cash.tuppence.wallet.users;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Rows;
import cash.tuppence.wallet.api.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindUsersTest {
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        for (int i = 1; i <= 5; i++) {
            register("Zoë Ångström", "zoe-" + i);
        }
        register("Zoe Hidden", "zoe-hidden");
        Rows.execute(server, "update profiles set visibility = 'private' where handle = 'zoe-hidden'");
        register("Zoe Suspended", "zoe-suspended");
        Rows.execute(server, "update profiles set state = 'suspended' where handle = 'zoe-suspended'");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void register(String name, String handle) {
        ApiClient.of(server, "pat_demo_admin")
                .post(
                        "/api/v1/users",
                        "{\"name\":\"" + name + "\",\"handle\":\"" + handle + "\",\"email\":\"" + handle
                                + "@example.test\",\"region\":\"US-UT\"}")
                .expect(201);
    }

    private final ApiClient payer = ApiClient.of(server, "pat_demo_payer");

    private JsonNode find(String query) {
        return payer.get("/api/v1/users?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    private static List<String> handles(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(profile -> profile.get("handle").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "@payer, payer",
        "pay, payer",
        "Paula, payer",
        "PAULA PAYER, payer",
        "payer pau, payer",
        "corner-shop, corner-shop",
        "corner-sh, corner-shop",
        "Corner Sh, corner-shop",
    })
    void someoneIsFoundByTheBeginningsOfWords(String query, String handle) {
        assertThat(handles(find(query))).containsExactly(handle);
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        assertThat(handles(find("zoe angstrom"))).hasSize(5);
        assertThat(handles(find("ZOË"))).hasSize(5);
    }

    @Test
    void newestComeFirstAndACursorLeadsOn() {
        assertThat(handles(find("zoe"))).containsExactly("zoe-5", "zoe-4", "zoe-3", "zoe-2", "zoe-1");
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = payer.get("/api/v1/users?query=zoe&limit=2" + cursor)
                    .expect(200)
                    .json();
            assertThat(page.get("data").size()).isBetween(1, 2);
            all.addAll(handles(page));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertThat(all).containsExactlyElementsOf(handles(find("zoe")));
    }

    @Test
    void whatIsToldIsPublic() {
        JsonNode shop = find("corner-shop").get("data").get(0);

        assertThat(shop.propertyNames()).containsExactly("id", "kind", "handle", "name", "about");
        assertThat(shop.get("id").asString()).startsWith("w_");
        assertThat(shop.get("kind").asString()).isEqualTo("business");
        assertThat(shop.get("name").asString()).isEqualTo("Corner Shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "suspended", "example.test", "%", "_", "'", "*", "nobody-at-all", "ayer"})
    void othersAreNotFound(String query) {
        assertThat(handles(find(query))).isEmpty();
        assertThat(find(query).get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', query",
        "query=, query",
        "query=%20, query",
        "query=a&limit=0, limit",
        "query=a&limit=101, limit",
        "query=a&cursor=x, cursor"
    })
    void aFaultyQuestionIsRefusedByField(String parameters, String field) {
        JsonNode refused = payer.get("/api/v1/users?" + parameters).expect(422).json();
        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo(field);
    }
}
