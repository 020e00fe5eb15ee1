package cash.tuppence.member.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of the test vectors in both RFCs. */
    private static final Totp TOTP = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:10Z");
    private static final long STEP = Totp.step(NOW);

    /** RFC 6238, appendix B: the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheRfc(long second, String code) {
        assertThat(TOTP.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @Test
    void isHotpWithTheTimeAsItsCounter() {
        assertThat(LongStream.range(0, 10).mapToObj(TOTP::code))
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    @Test
    void takesTheCodeBeforeAndAfterSinceClocksDiffer() {
        assertThat(TOTP.stepOf(TOTP.code(STEP - 1), NOW, -1)).hasValue(STEP - 1);
        assertThat(TOTP.stepOf(TOTP.code(STEP), NOW, -1)).hasValue(STEP);
        assertThat(TOTP.stepOf(TOTP.code(STEP + 1), NOW, -1)).hasValue(STEP + 1);
        assertThat(TOTP.stepOf(TOTP.code(STEP - 2), NOW, -1)).isEmpty();
        assertThat(TOTP.stepOf(TOTP.code(STEP + 2), NOW, -1)).isEmpty();
    }

    @Test
    void takesNoneThatIsNotLaterThanTheLast() {
        assertThat(TOTP.stepOf(TOTP.code(STEP), NOW, STEP)).isEmpty();
        assertThat(TOTP.stepOf(TOTP.code(STEP - 1), NOW, STEP)).isEmpty();
        assertThat(TOTP.stepOf(TOTP.code(STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void takesNothingElse() {
        for (String typed : new String[] {"", "12345", "1234567", "abcdef", "٢٨٧٠٨٢"}) {
            assertThat(TOTP.stepOf(typed, NOW, -1)).as(typed).isEmpty();
        }
    }

    /** RFC 4648, section 10. */
    @Test
    void isWrittenInBase32() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.encode("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Totp.ofBase32("JBSWY3DPEHPK3PXP").base32()).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThatThrownBy(() -> Base32.decode("A1")).isInstanceOf(IllegalArgumentException.class);
        Random random = new Random(6238);
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void isAnotherEachTime() {
        assertThat(Totp.random().secret())
                .hasSize(Totp.SECRET_BYTES)
                .isNotEqualTo(Totp.random().secret());
    }

    @Test
    void isSetUpByAnAddressThatAppsKnow() {
        AppSetup setup = AppSetup.of("sealed", TOTP.base32(), "fern+cash@example.test");
        assertThat(setup.uri())
                .isEqualTo("otpauth://totp/Tuppence:fern%2Bcash%40example.test"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tuppence");
        assertThat(setup.secret()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
