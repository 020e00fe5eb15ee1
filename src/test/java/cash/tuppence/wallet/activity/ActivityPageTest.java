package cash.tuppence.wallet.activity;

import static cash.tuppence.wallet.Person.path;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityPageTest {
    private static final Pattern RECEIPT = Pattern.compile("href=\"(/transfers/tr_[0-9A-Za-z]+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/activity\\?[^\"]*before=[0-9]+)\"");

    private static TestServer server;
    private static TestBrowser bank;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        bank = server.signedIn("payer");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private final Person person = Person.with(server, bank, "1.00");

    private static List<String> receipts(Reply page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = RECEIPT.matcher(page.body());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void thePagesOfTheListShowEachTransferOnceNewestFirst() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            sent.add(0, i % 10 == 5 ? person.send("niece@example.test", "0.01") : person.send("@friend", "0.01"));
        }

        Reply first = person.browser().get("/activity").expect(200);
        Matcher older = OLDER.matcher(first.body());
        assertThat(older.find()).isTrue();
        Reply second = person.browser().get(older.group(1)).expect(200);

        List<String> shown = new ArrayList<>(receipts(first));
        assertThat(shown).hasSize(25);
        shown.addAll(receipts(second));
        assertThat(shown.subList(0, 30)).isEqualTo(sent);
        assertThat(shown).hasSize(31).doesNotHaveDuplicates();
        assertThat(OLDER.matcher(second.body()).find()).isFalse();
    }

    @Test
    void theListIsFilteredByDirectionWordsAndDays() {
        String friend = person.send("@friend", "0.01");
        String niece = person.send("niece@example.test", "0.01");
        String today = server.clock().instant().toString().substring(0, 10);
        String tomorrow =
                server.clock().instant().plus(Duration.ofDays(1)).toString().substring(0, 10);

        assertThat(list("direction=out")).containsExactly(niece, friend);
        assertThat(list("direction=in")).hasSize(1).doesNotContain(niece, friend);
        assertThat(list("q=NIECE")).containsExactly(niece);
        assertThat(list("q=%40friend")).containsExactly(friend);
        assertThat(list("q=Fern")).containsExactly(friend);
        assertThat(list("q=for+the+bus")).hasSize(3);
        assertThat(list("q=%25")).isEmpty();
        assertThat(list("q=fr_end")).isEmpty();
        assertThat(list("from=" + today + "&to=" + today)).hasSize(3);
        assertThat(list("from=" + tomorrow)).isEmpty();
        assertThat(list("to=2026-01-01")).isEmpty();
    }

    private List<String> list(String query) {
        return receipts(person.browser().get("/activity?" + query).expect(200));
    }

    @Test
    void aDayThatIsNoneIsAFaultOfItsField() {
        assertThat(person.browser().get("/activity?from=yesterday").expect(422).error("from"))
                .isPresent();
        person.browser().get("/activity.csv?to=2026-02-30").expect(422);
    }

    @Test
    void theCsvSaysTheSameAndNoCellOfOthersIsAFormula() throws IOException {
        Map<String, String> form = person.openForm("@friend", "0.02");
        form.put("message", "=HYPERLINK(\"http://evil.example\",\"a, b\")");
        String receipt = path(person.browser().postOnly("/send", form).expect(303));

        Reply csv = person.browser().get("/activity.csv?direction=out").expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        List<CSVRecord> records = CSVParser.parse(
                        csv.body(),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords();
        assertThat(records).hasSize(1);
        Map<String, String> row = records.get(0).toMap();
        assertThat("/transfers/" + row.get("id")).isEqualTo(receipt);
        assertThat(row)
                .containsEntry("direction", "out")
                .containsEntry("state", "posted")
                .containsEntry("name", "Fern Friend")
                .containsEntry("handle", "friend")
                .containsEntry("amount", "-0.02")
                .containsEntry("currency", "USD")
                .containsEntry("message", "'=HYPERLINK(\"http://evil.example\",\"a, b\")");
    }

    @Test
    void onlyTheTwoSidesSeeAPrivateReceipt() {
        String receipt = person.send("@friend", "0.01");

        person.browser().get(receipt).expect(200);
        assertThat(server.signedIn("friend").get(receipt).expect(200).body()).contains("You received");
        Person.newcomer(server).browser().get(receipt).expect(404);
        assertThat(path(server.browser().get(receipt).expect(303))).startsWith("/login?next=");
    }

    @Test
    void aWaitingGiftIsSeenByItsSenderAloneEvenWhenItIsPublic() {
        Map<String, String> form = person.openForm("niece@example.test", "0.02");
        form.put("visibility", "public");
        String receipt = path(person.browser().postOnly("/send", form).expect(303));

        Person.newcomer(server).browser().get(receipt).expect(404);
        server.browser().get(receipt).expect(303);
    }

    @Test
    void anyoneSeesAPublicReceiptAndItStandsOnBothProfiles() {
        Map<String, String> form = person.openForm("@friend", "0.02");
        form.put("visibility", "public");
        String receipt = path(person.browser().postOnly("/send", form).expect(303));

        assertThat(server.browser().get(receipt).expect(200).hook("amount")).contains("$0.02");
        assertThat(receipts(server.browser().get("/@friend").expect(200))).contains(receipt);
        assertThat(receipts(server.browser().get("/@" + person.handle()).expect(200)))
                .containsExactly(receipt);
    }

    @Test
    void aProfileShowsNoPrivateTransferAndAnUnknownOneIsNotThere() {
        person.send("@friend", "0.01");

        assertThat(receipts(server.browser().get("/@" + person.handle()).expect(200)))
                .isEmpty();
        server.browser().get("/@nobody-at-all").expect(404);
    }

    @Test
    void theWalletShowsWhatWaitsAndWhatIsHeld() {
        person.send("niece@example.test", "0.30");

        Reply wallet = person.browser().get("/wallet").expect(200);

        assertThat(wallet.hook("balance")).contains("$0.70");
        assertThat(wallet.body()).contains("$0.30", "niece@example.test", "Waiting");
    }

    @Test
    void anIdThatIsNoneIsNotThere() {
        for (String id : List.of("tr_", "tr_0", "tr_" + "z".repeat(28), "w_" + "0".repeat(28), "%27%20or%201")) {
            person.browser().get("/transfers/" + id).expect(404);
        }
    }
}
