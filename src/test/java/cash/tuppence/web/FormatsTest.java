package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void showCentsAndWhatIsBelowThemOnlyWhereThereIsSomething() {
        assertThat(Formats.money(Money.ofMinor(2, Asset.USD), Locale.US)).isEqualTo("$0.02");
        assertThat(Formats.money(Money.ofUnits(201, Asset.USD), Locale.US)).isEqualTo("$0.0201");
        assertThat(Formats.money(Money.ofMinor(123_456_78, Asset.USD), Locale.US))
                .isEqualTo("$123,456.78");
        assertThat(Formats.money(Money.ofMinor(5, Asset.of("JPY")), Locale.US)).isEqualTo("¥5");
    }

    @Test
    void tellPlayMoneyFromCash() {
        assertThat(Formats.money(Money.ofMinor(12_34, Asset.XTS), Locale.US)).isEqualTo("XTS\u00a012.34");
        assertThat(Formats.money(Money.ofMinor(12_34, Asset.XTS), Locale.GERMANY))
                .isEqualTo("12,34\u00a0XTS");
    }

    @Test
    void showTimesInUtcAndSaySo() {
        Instant noon = Instant.parse("2026-11-02T14:05:09Z");
        assertThat(Formats.when(noon, Locale.US))
                .contains("Nov 2, 2026")
                .contains("2:05")
                .endsWith("UTC");
        assertThat(Formats.when(noon, Locale.UK)).contains("2 Nov 2026").contains("14:05");
    }
}
