package cash.tuppence.checkout.merchant;

import static cash.tuppence.checkout.Merchant.order;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Merchant;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BooksPageTest {
    private static final String BOOKS = "/business/library/books";

    @Test
    void aMonthIsOpenedAddedUpAndClosedAndTheNextGoesOnFromThere() {
        try (TestServer server = TestServer.start()) {
            Merchant shop = Merchant.live(server);
            YearMonth month = YearMonth.from(server.clock().instant().atZone(ZoneOffset.UTC));
            String first = pay(server, shop, "2.50");
            pay(server, shop, "1.25");
            shop.post(
                            "/api/v1/checkouts/" + first + "/refunds",
                            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                    .expect(201);
            TestBrowser owner = server.signedIn("shop");

            Reply page = owner.get("/business/corner-shop/books").expect(200);
            assertThat(page.hook("opening")).contains("$0.00");
            assertThat(page.hook("payments")).contains("$3.75");
            assertThat(page.hook("refunds")).contains("$1.00");
            assertThat(page.hook("closing")).contains("$2.75");
            assertThat(page.hook("balance")).contains("$2.75");
            assertThat(page.body()).contains("<rect").doesNotContain("style=");

            List<String> csv = owner.get("/business/corner-shop/books.csv")
                    .expect(200)
                    .body()
                    .lines()
                    .toList();
            assertThat(csv).hasSize(4);
            assertThat(csv.get(3)).contains(",refund,Paula Payer,payer,-1.00,USD,2.75,");

            server.clock().advance(Duration.ofDays(32));
            owner = server.signedIn("shop");
            pay(server, shop, "0.25");
            Reply next = owner.get("/business/corner-shop/books").expect(200);
            assertThat(next.hook("opening")).contains("$2.75");
            assertThat(next.hook("closing")).contains("$3.00");
            assertThat(owner.get("/business/corner-shop/books?month=" + month)
                            .expect(200)
                            .hook("closing"))
                    .contains("$2.75");
        }
    }

    @Test
    void aBusinessThatSoldNothingHasEmptyBooks() {
        try (TestServer server = TestServer.start()) {
            TestBrowser owner = server.signedIn("library");
            assertThat(owner.get(BOOKS).expect(200).body()).contains("Nothing was sold");
            assertThat(owner.get(BOOKS + "?mode=test").expect(200).body()).contains("Play money");
            assertThat(owner.get(BOOKS + ".csv").expect(200).body().lines()).hasSize(1);
            owner.get(BOOKS + "?month=2026-13").expect(404);
            owner.get(BOOKS + "?month=x").expect(404);
        }
    }

    private static String pay(TestServer server, Merchant shop, String amount) {
        JsonNode checkout = shop.create(order(amount)).expect(201).json();
        server.signedIn("payer")
                .post(Merchant.payPath(checkout), Map.of("action", "pay"))
                .expect(303);
        return checkout.get("id").asString();
    }
}
