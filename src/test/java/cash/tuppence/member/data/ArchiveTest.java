package cash.tuppence.member.data;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import cash.tuppence.wallet.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveTest {
    private static final String PATH = "/settings/data/tuppence.zip";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> archive(TestBrowser browser) throws Exception {
        HttpRequest request = browser.request(PATH)
                .header(
                        "Cookie",
                        browser.cookies().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        HttpResponse<byte[]> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(reply.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"tuppence.zip\"");
        return unzip(reply.body());
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonNode json(Map<String, String> files, String name) {
        return JsonMapper.shared().readTree(files.get(name + ".json"));
    }

    @Test
    void tellsOfFactorsButNotWhatOpensWithThem() throws Exception {
        Map<String, String> files = archive(server.signedIn("admin"));

        assertThat(json(files, "second_factors").get(0).get("kind").asString()).isEqualTo("app");
        assertThat(files.get("second_factors.json")).doesNotContain("secret", "JBSWY3DPEHPK3PXP");
    }

    @Test
    void tellsAllThatIsKept() throws Exception {
        Person payer = new Person(server.signedIn("payer"), "payer");
        Person friend = new Person(server.signedIn("friend"), "friend");
        payer.browser()
                .post("/send", Map.of("to", "@friend", "amount", "0.02", "message", "=1+1", "visibility", "private"))
                .expect(303);

        Map<String, String> files = archive(friend.browser());

        JsonNode profile = json(files, "profile").get(0);
        assertThat(profile.get("handle").asString()).isEqualTo("friend");
        assertThat(profile.get("email").asString()).isEqualTo("friend@example.test");
        assertThat(json(files, "access_tokens").get(0).get("scopes").asString()).contains("wallet:read");
        assertThat(json(files, "balances").get(0).get("amount").asString()).isEqualTo("5.02");
        JsonNode newest = json(files, "transfers").get(0);
        assertThat(newest.get("direction").asString()).isEqualTo("in");
        assertThat(newest.get("handle").asString()).isEqualTo("payer");
        assertThat(newest.get("message").asString()).isEqualTo("=1+1");
        assertThat(newest.get("at").asString()).endsWith("Z");
        assertThat(files.get("transfers.csv"))
                .startsWith("id,at,direction,state,name,handle,amount,currency,message\r\n")
                .contains(",'=1+1\r\n");
        assertThat(json(files, "sessions")).isNotEmpty();
        assertThat(files).containsKey("README.txt").doesNotContainKey("picture.png");
        assertThat(files.values()).noneMatch(text -> text.contains("argon2"));
    }

    @Test
    void tellsNothingOfOthers() throws Exception {
        Person stranger = Person.newcomer(server);
        assertThat(archive(stranger.browser()).values())
                .noneMatch(text -> text.contains("@example.test") && !text.contains(stranger.handle()))
                .noneMatch(text -> text.contains("payer"));
        assertThat(server.browser().get(PATH).expect(303).location()).startsWith("/login");
    }

    /** 100,000 rows, of which a page at a time is in memory. */
    @Test
    void isWholeHoweverMuchThereIs() throws Exception {
        Person person = Person.newcomer(server);
        new Person(server.signedIn("payer"), "payer").send(person.at(), "0.01");
        long account = Rows.number(
                server,
                "select id from accounts where owner_id = (select id from profiles where handle = '" + person.handle()
                        + "') and asset = 'USD'");
        long transfer = Rows.number(server, "select transfer_id from entries where account_id = " + account);
        Rows.execute(
                server,
                "insert into transfers (id, nonce, kind, state, asset, amount, amount_posted, debit_account_id,"
                        + " credit_account_id, actor_id, message, created_at, finished_at)"
                        + " select s.seq, t.nonce, t.kind, t.state, t.asset, t.amount, t.amount_posted,"
                        + " t.debit_account_id, t.credit_account_id, t.actor_id, 'a penny', t.created_at, t.finished_at"
                        + " from seq_1_to_100000 s, transfers t where t.id = " + transfer);
        Rows.execute(
                server,
                "insert into entries (id, transfer_id, account_id, amount, balance_after, created_at)"
                        + " select s.seq, s.seq, " + account + ", 100, 100, utc_timestamp(6) from seq_1_to_100000 s");

        Map<String, String> files = archive(person.browser());

        assertThat(json(files, "transfers")).hasSize(100_001);
        assertThat(files.get("transfers.csv").lines()).hasSize(100_002);
    }
}
