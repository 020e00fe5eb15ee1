package cash.tuppence.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"1,10000", "0.01,100", "2.50,25000", "2.5,25000", "' 7 ',70000", "10000000000,100000000000000"})
    void whatAPersonTypesBecomesExactUnits(String typed, long units) {
        assertThat(Money.parseMinor(typed, Asset.USD)).isEqualTo(Money.ofUnits(units, Asset.USD));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',       AMOUNT_MISSING
            '   ',    AMOUNT_MISSING
            0.001,    AMOUNT_TOO_FINE
            -1,       AMOUNT_NOT_POSITIVE
            0,        AMOUNT_NOT_POSITIVE
            0.00,     AMOUNT_NOT_POSITIVE
            1e3,      AMOUNT_NOT_A_NUMBER
            ٣,        AMOUNT_NOT_A_NUMBER
            '1,00',   AMOUNT_NOT_A_NUMBER
            1.,       AMOUNT_NOT_A_NUMBER
            .5,       AMOUNT_NOT_A_NUMBER
            +1,       AMOUNT_NOT_A_NUMBER
            0x10,     AMOUNT_NOT_A_NUMBER
            NaN,      AMOUNT_NOT_A_NUMBER
            1 000,    AMOUNT_NOT_A_NUMBER
            99999999999999999999, AMOUNT_NOT_A_NUMBER
            999999999999999, AMOUNT_TOO_LARGE
            """)
    void whatIsNoAmountIsRefusedByName(String typed, Reason reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Money.parseMinor(typed, Asset.USD))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void aProgramMaySendDownToTheScaleAndNoFiner() {
        assertThat(Money.parse("0.0001", Asset.USD).units()).isEqualTo(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Money.parse("0.00001", Asset.USD))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.AMOUNT_BELOW_SCALE));
    }

    @ParameterizedTest
    @CsvSource({"25000,2.50", "1,0.0001", "110,0.011", "0,0.00", "-100,-0.01", "123456700,12345.67"})
    void decimalTextHasTheCoinsDigitsAndMoreOnlyWhereNeeded(long units, String text) {
        assertThat(Money.ofUnits(units, Asset.USD).toDecimal()).isEqualTo(text);
    }

    @Test
    void eachAssetHasItsOwnScale() {
        assertThat(Money.parseMinor("5", Asset.of("JPY"))).isEqualTo(Money.ofUnits(500, Asset.of("JPY")));
        assertThat(Money.parseMinor("0.001", Asset.of("KWD"))).isEqualTo(Money.ofUnits(100, Asset.of("KWD")));
        assertThat(Asset.XTS.scale()).isEqualTo(4);
        assertThat(Asset.find("XAU")).isEmpty();
        assertThat(Asset.find("usd")).isEmpty();
    }

    @Test
    void balancesAreRoundedDownToWholeCoins() {
        assertThat(Money.ofUnits(199, Asset.USD).floorToMinor()).isEqualTo(Money.ofMinor(1, Asset.USD));
        assertThat(Money.ofUnits(-1, Asset.USD).floorToMinor()).isEqualTo(Money.ofMinor(-1, Asset.USD));
    }

    @Test
    void assetsAreNeverMixedAndSumsNeverWrapAround() {
        Money most = Money.ofUnits(Long.MAX_VALUE, Asset.USD);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(Money.ofUnits(1, Asset.USD)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> most.minus(Money.ofUnits(1, Asset.XTS)));
    }
}
