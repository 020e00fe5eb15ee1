package cash.tuppence.ledger.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.AccountType;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.testing.LedgerFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amounts and balances at the ends of what a number can hold: nothing wraps around. */
class LimitsTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final long bank = fixture.accounts.ofSystem(AccountType.BANK, Asset.USD);
    private final long alice = fixture.walletWith(0);
    private final long bob = fixture.walletWith(0);

    @AfterEach
    void everyCentIsThere() {
        assertThat(fixture.audit()).allMatch(Audit.Check::holds);
        fixture.close();
    }

    @Test
    void allThatANumberHoldsGoesToAndFro() {
        post(Kind.GRANT, bank, alice, Long.MAX_VALUE).transferIdOrRefuse();
        post(Kind.SEND, alice, bob, Long.MAX_VALUE).transferIdOrRefuse();

        assertThat(post(Kind.SEND, alice, bob, 1)).isEqualTo(new Outcome.Refused(Reason.INSUFFICIENT_FUNDS, false));
        post(Kind.SEND, bob, alice, Long.MAX_VALUE).transferIdOrRefuse();
        assertThat(units(alice)).isEqualTo(Long.MAX_VALUE);
        assertThat(units(bob)).isZero();
    }

    @Test
    void aPostingThatNoBalanceCouldHoldFailsAloneAmongOthers() {
        post(Kind.GRANT, bank, alice, Long.MAX_VALUE - 10).transferIdOrRefuse();
        List<CompletableFuture<Outcome>> good = new ArrayList<>();
        good.add(submit(Kind.GRANT, bank, bob, 4));
        CompletableFuture<Outcome> tooMuch = submit(Kind.GRANT, bank, alice, 11);
        CompletableFuture<Outcome> moreThanTheBankCanOwe = submit(Kind.GRANT, bank, bob, 9);
        good.add(submit(Kind.SEND, bob, alice, 3));

        assertThat(good.stream().map(CompletableFuture::join)).allMatch(Outcome.Accepted.class::isInstance);
        assertThatThrownBy(tooMuch::join).hasCauseInstanceOf(PostingFailed.class);
        assertThatThrownBy(moreThanTheBankCanOwe::join).hasCauseInstanceOf(PostingFailed.class);
        assertThat(units(alice)).isEqualTo(Long.MAX_VALUE - 7);
        assertThat(units(bob)).isEqualTo(1);
    }

    @Test
    void theBankMayOweAsMuchAsANumberCanSay() {
        post(Kind.GRANT, bank, alice, Long.MAX_VALUE).transferIdOrRefuse();
        post(Kind.GRANT, bank, bob, 1).transferIdOrRefuse();

        assertThat(units(bank)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> post(Kind.SEND, bob, alice, 1)).isInstanceOf(PostingFailed.class);
        assertThat(units(bob)).isEqualTo(1);
    }

    private Outcome post(Kind kind, long from, long to, long units) {
        return fixture.ledger.post(posting(kind, from, to, units));
    }

    private CompletableFuture<Outcome> submit(Kind kind, long from, long to, long units) {
        return fixture.ledger.submit(posting(kind, from, to, units));
    }

    private Posting posting(Kind kind, long from, long to, long units) {
        return Posting.of(
                OperationId.random(),
                new Movement.Transfer(
                        fixture.keys.newId(TransferRow.PREFIX),
                        kind,
                        from,
                        to,
                        Money.ofUnits(units, Asset.USD),
                        Details.bySystem("")));
    }

    private long units(long account) {
        return fixture.accounts.find(account).orElseThrow().balance().units();
    }
}
