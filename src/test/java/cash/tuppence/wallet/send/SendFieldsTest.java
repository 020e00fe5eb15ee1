package cash.tuppence.wallet.send;

import static cash.tuppence.wallet.Rows.number;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may and may not stand in the fields of the send form. */
class SendFieldsTest {
    private static TestServer server;
    private static Person idle;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        idle = Person.with(server, server.signedIn("payer"), "1.00");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@FRIEND", " friend ", "Friend", "friend@example.test", "FRIEND@Example.Test"})
    void aRecipientIsFoundHoweverTheyAreWritten(String to) {
        Person payer = new Person(server.signedIn("payer"), "payer");
        String receipt = payer.send(to, "0.01");

        assertThat(payer.browser().get(receipt).body()).contains("Fern Friend", "Handed over");
    }

    @ParameterizedTest(name = "to {0}, amount {1}: a fault of {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "@friend | 0.001 | amount",
                "@friend | -1 | amount",
                "@friend | 1e3 | amount",
                "@friend | ٣ | amount",
                "@friend | ''| amount",
                "@friend | 0 | amount",
                "@friend | 0.00 | amount",
                "@friend | 1,50 | amount",
                "@friend | 1 000 | amount",
                "@friend | 0x10 | amount",
                "@friend | NaN | amount",
                "@friend | +1 | amount",
                "@friend | $1 | amount",
                "@friend | 1.01 | amount",
                "@friend | 99999999999999999999 | amount",
                "@nobody-at-all | 1 | to",
                "@ | 1 | to",
                "'' | 1 | to",
                "not an address@example | 1 | to",
                "a@b@c.test | 1 | to",
            })
    void aFaultStandsBesideItsFieldWithWhatWasTypedAndNothingMoves(String to, String amount, String field) {
        Reply again = idle.sendForm(to, amount);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.error(field)).get().asString().isNotBlank();
        assertThat(again.body()).contains("for the bus", "value=\"" + to + "\"", "value=\"" + amount + "\"");
        assertThat(idle.balance()).isEqualTo("$1.00");
        assertThat(sentBy(idle)).isZero();
    }

    @Test
    void nobodySendsToThemselves() {
        for (String self : List.of(
                idle.at(), idle.at().toUpperCase(Locale.ROOT), idle.handle(), idle.handle() + "@example.test")) {
            assertThat(idle.sendForm(self, "0.01").expect(422).error("to"))
                    .get()
                    .asString()
                    .contains("your own wallet");
        }
        assertThat(sentBy(idle)).isZero();
    }

    @Test
    void allFaultsOfAFormShowAtOnce() {
        Map<String, String> form = idle.openForm("@nobody-at-all", "1e3");
        form.put("message", "x".repeat(281));
        form.put("visibility", "secret");

        Reply again = idle.browser().postOnly("/send", form).expect(422);

        assertThat(List.of("to", "amount", "message", "visibility"))
                .allSatisfy(field -> assertThat(again.error(field)).isPresent());
    }

    private static long sentBy(Person person) {
        return number(
                server,
                "select count(*) from transfers join accounts on accounts.id = debit_account_id"
                        + " join profiles on profiles.id = owner_id where handle = '" + person.handle() + "'");
    }
}
