package cash.tuppence.member.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    @Test
    void isReadHoweverItIsTyped() {
        RecoveryCode code = RecoveryCode.random();
        assertThat(code.shown()).matches("([0-9a-z]{4}-){5}[0-9a-z]{4}").doesNotContain("i", "l", "o", "u");
        assertThat(RecoveryCode.typed(code.shown())).isEqualTo(code);
        assertThat(RecoveryCode.typed(
                        " " + code.shown().toUpperCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(code);
        assertThat(code.isWhole()).isTrue();
    }

    @Test
    void isNothingElse() {
        for (String typed :
                new String[] {"", "123456", "k3wd-9rmp", "k3wd-9rmp-x7qt-4bns-8hvz-2cfi", "\u0000".repeat(24)}) {
            assertThat(RecoveryCode.typed(typed).isWhole()).as(typed).isFalse();
        }
    }
}
