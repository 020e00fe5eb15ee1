package cash.tuppence.wallet.api;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TransferListTest {
    private static final String PATH = "/api/v1/transfers";

    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final ApiClient payer = ApiClient.of(server, "pat_demo_payer");
    private final ApiClient friend = ApiClient.of(server, "pat_demo_friend");

    private String made(String recipient, String mode) {
        return payer.post(
                        PATH,
                        "{\"recipient\":\"" + recipient + "\",\"mode\":\"" + mode
                                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}")
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    private String sent() {
        return made("@friend", "immediate");
    }

    private String held() {
        return made("@friend", "hold");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(transfer -> ids.add(transfer.get("id").asString()));
        return ids;
    }

    private static JsonNode page(ApiClient client, String query) {
        return client.get(PATH + query).expect(200).json();
    }

    @Test
    void holdsWhatWasPostedWhatWaitsAndWhatEndedNewestFirst() {
        String posted = sent();
        String open = held();
        String voided = held();
        payer.post(PATH + "/" + voided + "/void", "{}").expect(200);
        String gift = made("niece@example.test", "immediate");
        String settled = held();
        payer.post(PATH + "/" + settled + "/post", "{}").expect(200);
        List<String> newestFirst = List.of(settled, gift, voided, open, posted);

        JsonNode page = page(payer, "?limit=5");

        assertThat(ids(page)).isEqualTo(newestFirst);
        assertThat(page.get("data").get(0)).isEqualTo(page(payer, "/" + settled));
        assertThat(page.get("data").get(2).get("state").asString()).isEqualTo("voided");
        assertThat(page.get("data").get(1).get("recipient").asString()).isEqualTo("niece@example.test");
        assertThat(ids(page(friend, "?limit=4")))
                .as("a gift is for whoever comes for it")
                .isEqualTo(List.of(settled, voided, open, posted));
    }

    @Test
    void goesOnFromItsCursorWithoutGapOrRepetition() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(i % 2 == 0 ? sent() : held());
        }
        Collections.reverse(made);

        List<String> read = new ArrayList<>();
        JsonNode page = page(payer, "?limit=3");
        sent();
        while (read.size() < made.size()) {
            assertThat(page.get("data")).hasSize(3);
            read.addAll(ids(page));
            page = page(payer, "?limit=3&cursor=" + page.get("next_cursor").asString());
        }

        assertThat(read).startsWith(made.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void endsWithoutACursor() {
        JsonNode all = page(ApiClient.of(server, "pat_demo_admin"), "?limit=100");

        assertThat(all.get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=1.5",
                "limit=-1",
                "cursor=",
                "cursor=%21",
                "cursor=zzzzzzzzzzzzzzzzzzzz"
            })
    void aBadLimitOrCursorIsRefusedByField(String query) {
        JsonNode problem = payer.get(PATH + "?" + query).expect(422).json();

        assertThat(problem.get("code").asString()).isEqualTo("invalid_request");
        assertThat(query).startsWith(problem.get("errors").get(0).get("field").asString() + "=");
    }

    @Test
    void aShopSeesTheCashOfItsKeysModeAlone() {
        assertThat(page(ApiClient.of(server, "sk_test_demo_corner_shop"), "").get("data"))
                .allSatisfy(transfer -> assertThat(
                                transfer.get("amount").get("currency").asString())
                        .isEqualTo("XTS"));
    }
}
