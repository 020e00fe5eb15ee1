package cash.tuppence.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.LedgerFixture;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ledger that someone tampered with is caught, whatever they touched. */
class AuditTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @BeforeEach
    void somethingHappened() {
        long alice = fixture.walletWith(1_000);
        long bob = fixture.walletWith(10);
        fixture.post(fixture.send(alice, bob, 5)).transferIdOrRefuse();
        fixture.post(fixture.hold(alice, OptionalLong.of(bob), 7)).transferIdOrRefuse();
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an entry was changed           | update entries set amount = amount + 1 where amount = 500",
                "an entry was removed           | delete from entries where amount < 0 limit 1",
                "both legs were removed         | delete from entries where transfer_id = (select id from transfers where kind = 'send')",
                "a balance was raised           | update accounts set balance = balance + 100 where type = 'wallet' limit 1",
                "a hold was dropped             | delete from holds",
                "a hold was raised              | update holds set amount = amount + 1",
                "held was raised                | update accounts set held = held + 1 where held > 0",
                "a transfer's amount was changed| update transfers set amount = amount + 1, amount_posted = amount_posted + 1 where kind = 'send'",
                "a transfer was removed         | delete from transfers where kind = 'send'",
                "a transfer was given to another| update transfers set credit_account_id = debit_account_id where kind = 'send'",
                "an asset was renamed           | update transfers set asset = 'EUR' where kind = 'send'",
                "cash was made from nothing     | insert into accounts (id, owner_id, type, asset, balance, opened_at) values (1, 99, 'wallet', 'USD', 5, utc_timestamp())",
            })
    void tamperingIsFound(String what, String tampering) throws Exception {
        assertThat(fixture.execute(tampering)).as("rows that were touched").isPositive();

        assertThat(fixture.audit()).as(what).anyMatch(check -> !check.holds());
    }
}
