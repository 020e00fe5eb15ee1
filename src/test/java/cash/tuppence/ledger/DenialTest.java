package cash.tuppence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import org.junit.jupiter.api.Test;

class DenialTest {
    private static final int MOST_CHARACTERS_KEPT = 64;

    @Test
    void isReadAsItWasWritten() {
        Denial plain = Denial.of(Reason.INSUFFICIENT_FUNDS);
        Denial named = Denial.of(Reason.LIMIT_DAY, Money.ofMinor(200_00, Asset.USD), Money.ofMinor(12_00, Asset.USD));

        assertThat(Denial.parse(plain.text())).isEqualTo(plain);
        assertThat(Denial.parse(named.text())).isEqualTo(named);
        assertThat(plain.text()).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void fitsIntoItsColumnWhateverTheAmounts() {
        Money most = Money.ofUnits(Long.MAX_VALUE, Asset.USD);

        assertThat(Denial.of(Reason.LIMIT_BALANCE, most, most).text()).hasSizeLessThanOrEqualTo(MOST_CHARACTERS_KEPT);
    }
}
