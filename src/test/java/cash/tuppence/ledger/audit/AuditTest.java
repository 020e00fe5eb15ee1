package cash.tuppence.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Kind;
import cash.tuppence.testing.LedgerFixture;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ledger that someone tampered with is caught, whatever they touched, and the claim that it breaks is named. */
class AuditTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @BeforeEach
    void somethingHappened() {
        long alice = fixture.walletWith(1_000);
        long bob = fixture.walletWith(10);
        fixture.post(fixture.send(alice, bob, 5)).transferIdOrRefuse();
        fixture.post(fixture.hold(alice, OptionalLong.of(bob), 7)).transferIdOrRefuse();
        fixture.post(fixture.hold(alice, OptionalLong.empty(), 3)).transferIdOrRefuse();
        assertThat(broken()).isEmpty();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an entry was changed            | sum to zero              | update entries set amount = amount + 1 where amount = 500",
                "an entry was removed            | sum to zero              | delete from entries where amount < 0 limit 1",
                "both legs were removed          | has its two legs         | delete from entries where transfer_id = (select id from transfers where kind = 'send')",
                "both legs were raised           | has its two legs         | update entries set amount = amount + sign(amount) where transfer_id = (select id from transfers where kind = 'send')",
                "the legs were turned round      | has its two legs         | update entries set amount = -amount where transfer_id = (select id from transfers where kind = 'send')",
                "a leg was given to another      | has its two legs         | update entries set account_id = (select id from accounts where type = 'bank') where amount = 500",
                "a leg was written twice         | has its two legs         | insert into entries select id + 1, transfer_id, account_id, amount, balance_after, created_at from entries where amount = 500",
                "two more legs were written      | has its two legs         | insert into entries select id + 100, transfer_id, account_id, amount, balance_after, created_at from entries where transfer_id = (select id from transfers where kind = 'send')",
                "an entry has no transfer        | has its two legs         | insert into entries select id + 100, 1, account_id, amount, balance_after, created_at from entries where transfer_id = (select id from transfers where kind = 'send')",
                "an open hold has entries        | has its two legs         | update entries set transfer_id = (select id from transfers where state = 'held') where transfer_id = (select id from transfers where kind = 'send')",
                "a balance was raised            | sum of its entries       | update accounts set balance = balance + 100 where type = 'wallet' limit 1",
                "two balances were exchanged     | sum of its entries       | update accounts set balance = 101000 - balance where type = 'wallet'",
                "a balance after was changed     | from each balance        | update entries set balance_after = balance_after + 1 where amount = 500",
                "two balances after were changed | from each balance        | update entries set balance_after = balance_after + sign(amount) where transfer_id = (select id from transfers where kind = 'send')",
                "a hold was dropped              | what the open holds say  | delete from holds limit 1",
                "a hold was dropped              | the other way round      | delete from holds limit 1",
                "a hold was raised               | what the open holds say  | update holds set amount = amount + 1",
                "a hold was raised               | the other way round      | update holds set amount = amount + 1",
                "a hold was moved                | what the open holds say  | update holds set debit_account_id = (select id from accounts where balance = 1500)",
                "held was raised                 | what the open holds say  | update accounts set held = held + 1 where held > 0",
                "held is more than there is      | promises more            | set statement check_constraint_checks = 0 for update accounts set held = balance + 1 where type = 'wallet'",
                "a wallet is below zero          | promises more            | set statement check_constraint_checks = 0 for update accounts set balance = -1 where type = 'wallet'",
                "a hold was said to be over      | the other way round      | update transfers set state = 'voided', finished_at = created_at where state = 'held'",
                "an end was taken back           | the other way round      | set statement check_constraint_checks = 0 for update transfers set state = 'held' where kind = 'send'",
                "a hold was said to be posted    | has its two legs         | update transfers set state = 'posted', amount_posted = amount, finished_at = created_at where state = 'held'",
                "a state has no end              | contradicts itself       | set statement check_constraint_checks = 0 for update transfers set finished_at = null where kind = 'send'",
                "more was posted than asked for  | contradicts itself       | set statement check_constraint_checks = 0 for update transfers set amount = 1 where kind = 'send'",
                "a transfer's amount was changed | has its two legs         | update transfers set amount = amount + 1, amount_posted = amount_posted + 1 where kind = 'send'",
                "a transfer was removed          | has its two legs         | delete from transfers where kind = 'send'",
                "a transfer was removed          | that was accepted        | delete from transfers where kind = 'send'",
                "a held transfer was removed     | the other way round      | delete from transfers where state = 'held'",
                "a transfer was given to another | has its two legs         | update transfers set credit_account_id = debit_account_id where kind = 'send'",
                "an asset was renamed            | in one asset             | update transfers set asset = 'EUR' where kind = 'send'",
                "an account's asset was renamed  | in one asset             | update accounts set asset = 'EUR' where balance = 1500",
                "an account was removed          | in one asset             | delete from accounts where balance = 1500",
                "a kind was renamed              | that its kind allows     | update transfers set kind = 'deposit' where kind = 'send'",
                "a wallet became a vault         | that its kind allows     | update accounts set type = 'vault' where balance = 1500",
                "cash was made from nothing      | sum of its entries       | insert into accounts (id, owner_id, type, asset, balance, opened_at) values (1, 99, 'wallet', 'USD', 5, utc_timestamp())",
                "cash was made from nothing      | outside the bank         | insert into accounts (id, owner_id, type, asset, balance, opened_at) values (1, 99, 'wallet', 'USD', 5, utc_timestamp())",
            })
    void tamperingIsFound(String what, String claim, String tampering) throws Exception {
        assertThat(fixture.execute(tampering)).as("rows that were touched").isPositive();

        assertThat(broken()).as(what).anyMatch(check -> check.claim().contains(claim));
        assertThat(broken()).allSatisfy(check -> assertThat(check.examples()).isNotEmpty());
    }

    /** All of it in agreement with itself, but for the id that was promised to whoever asked. */
    @Test
    void aTransferThatVanishedWithoutATraceIsFound() throws Exception {
        try (Connection connection = fixture.schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set @gone = (select id from transfers where kind = 'send')");
            statement.execute("update accounts join entries on account_id = accounts.id"
                    + " set balance = balance - amount where transfer_id = @gone");
            statement.execute("delete from entries where transfer_id = @gone");
            statement.execute("delete from transfers where id = @gone");
        }
        assertThat(broken())
                .extracting(Audit.Check::claim)
                .containsExactly("every operation that was accepted has its transfer");
    }

    @Test
    void everyKindThatTheLedgerAllowsIsAllowedHere() {
        long wallet = fixture.walletWith(1_000);
        for (Kind kind : Kind.values()) {
            long debit = accountThat(kind::allowsDebitOf, wallet);
            for (AccountType credit : AccountType.values()) {
                for (AccountType from : AccountType.values()) {
                    if (kind.allows(from, credit)) {
                        long to = credit == AccountType.WALLET
                                ? fixture.walletWith(0)
                                : fixture.accounts.ofSystem(credit, Asset.USD);
                        fixture.post(fixture.transfer(kind, debit, to, 1)).transferIdOrRefuse();
                    }
                }
            }
        }
        assertThat(broken()).isEmpty();
    }

    private long accountThat(Predicate<AccountType> suits, long wallet) {
        return suits.test(AccountType.WALLET) ? wallet : fixture.accounts.ofSystem(AccountType.BANK, Asset.USD);
    }

    private List<Audit.Check> broken() {
        return fixture.audit().stream().filter(check -> !check.holds()).toList();
    }
}
