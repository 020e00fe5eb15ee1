package cash.tuppence.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.testing.TrailRows;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrailPageTest {
    private static final String TRAIL = "/backoffice/trail";
    private static final String ORIGINS = "/business/corner-shop/settings/origins";

    private static TestServer server;
    private static TestBrowser operator;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        operator = server.signedIn("admin");
        TestBrowser owner = server.signedIn("shop");
        owner.post(ORIGINS, Map.of("origin", "https://tea.example")).expect(303);
        owner.post(ORIGINS, Map.of("origin", "https://bread.example")).expect(303);
        owner.post(ORIGINS, Map.of("origin", "https://tea.example", "action", "remove"))
                .expect(303);
        owner.post("/business/corner-shop/team", Map.of("role", "cashier", "note", "Fern"))
                .expect(303);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String show(String query) {
        return operator.get(TRAIL + query).expect(200).body();
    }

    private static int rows(String body) {
        return (int)
                Pattern.compile("<th scope=\"row\">").matcher(body).results().count();
    }

    @Test
    void isForOperatorsAlone() {
        assertThat(server.browser().get(TRAIL).status()).isEqualTo(303);
        server.signedIn("payer").get(TRAIL).expect(403);
        server.signedIn("payer").get(TRAIL + ".csv").expect(403);
    }

    @Test
    void showsWhoDidWhatToWhomWithNames() {
        String body = show("?verb=team.invited");

        assertThat(rows(body)).isEqualTo(1);
        assertThat(body).contains("member @sam-corner", "@corner-shop", "role:cashier", "127.0.0.1");
    }

    @Test
    void isSearchedByWhoWhatWhomThingAndDay() {
        assertThat(rows(show("?who=@sam-corner&verb=origin.added&what=https://tea.example")))
                .isEqualTo(1);
        assertThat(rows(show("?who=payer"))).isZero();
        assertThat(show("?who=payer")).contains("Nothing here.");
        assertThat(rows(show("?who=system&verb=operator.made"))).isEqualTo(2);
        assertThat(rows(show("?whom=@corner-shop&verb=team.invited"))).isEqualTo(1);
        assertThat(rows(show("?whom=ada-office&verb=operator.made")))
                .as("a member is found by their handle")
                .isEqualTo(1);
        assertThat(rows(show("?what=https://tea.example"))).isEqualTo(2);
        assertThat(rows(show("?from=2026-11-02&until=2026-11-02&verb=team.invited")))
                .isEqualTo(1);
        assertThat(rows(show("?until=2026-11-01"))).isZero();
        assertThat(rows(show("?from=2026-11-03"))).isZero();
    }

    @Test
    void saysWhatItCannotLookFor() {
        Reply nobody = operator.get(TRAIL + "?who=nobody-at-all").expect(422);
        assertThat(nobody.hook("error-who")).isPresent();
        assertThat(operator.get(TRAIL + "?from=yesterday").expect(422).hook("error-from"))
                .isPresent();
    }

    @Test
    void goesOnPageByPageWithoutMissingOrRepeatingARow() {
        TestBrowser owner = server.signedIn("shop");
        for (int i = 0; i < 30; i++) {
            owner.post(ORIGINS, Map.of("origin", "https://many.example")).expect(303);
            owner.post(ORIGINS, Map.of("origin", "https://many.example", "action", "remove"))
                    .expect(303);
        }
        String first = show("?what=https://many.example");
        var older = Pattern.compile("href=\"([^\"]*before=[0-9]+)\"").matcher(first);
        assertThat(older.find()).isTrue();

        String second =
                operator.get(older.group(1).replace("&amp;", "&")).expect(200).body();

        assertThat(rows(first)).isEqualTo(50);
        assertThat(rows(second)).isEqualTo(10);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void isTakenAlongAsCsvAndWhoTookItIsOnRecord() {
        TrailRows trail = TrailRows.from(server);

        Reply csv = operator.get(TRAIL + ".csv?verb=team.invited").expect(200);

        List<String> lines = csv.body().lines().toList();
        assertThat(csv.header("Content-Disposition")).contains("trail.csv");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("row,at,who,did,whom,what,before,after,address,request");
        assertThat(lines.get(1)).contains("member @sam-corner,team.invited,'@corner-shop");
        assertThat(trail.next()).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("operator ada-office");
            assertThat(row.verb()).isEqualTo("trail.exported");
            assertThat(row.after()).contains("verb=team.invited");
        });
    }

    @Test
    void whatOthersWroteIsTextOnly() {
        server.signedIn("shop")
                .post(ORIGINS, Map.of("origin", "https://x.example:81"))
                .expect(303);
        String body = show("?what=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(body).doesNotContain("<script>alert");
    }
}
