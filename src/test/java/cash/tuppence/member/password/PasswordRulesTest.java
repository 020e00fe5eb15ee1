package cash.tuppence.member.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules();
    private static final String[] FERN = {"Fern Weaver", "fern-w", "fern.weaver@example.test"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blue ferns grow",
                "ferns are blue",
                "sieben7,8",
                "        7",
                "пароль мой",
                "🌿🌿🌿🌿🌿🌿🌿🪴",
                "k7#Vq!0zXw",
                "correct horse battery staple and a fern"
            })
    void areOfAnyCharactersAtAll(String password) {
        assertThat(RULES.check(password, FERN)).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "🌿🌿🌿🪴"})
    void needEightCharacters(String password) {
        refuses(password, Reason.PASSWORD_SHORT);
    }

    @Test
    void mayBeLongButHaveAnEnd() {
        String letters = "abcdefghij".repeat(20);
        assertThat(RULES.check(letters, FERN)).isEqualTo(letters);
        refuses(letters + "k", Reason.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "12345678",
                "qwertyuiop",
                "iloveyou1",
                "trustno1",
                "basketball",
                "jennifer",
                "87654321",
                "zzzzzzzzzz"
            })
    void areNoneThatEverybodyTriesFirst(String password) {
        refuses(password, Reason.PASSWORD_COMMON);
    }

    @Test
    void areComparedWithTenThousandOfTheCommonestAndMore() {
        assertThat(new CommonPasswords(PasswordRules.LEAST_CHARACTERS).size()).isGreaterThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuppence1",
                "tuppence2026!",
                "fernweaver",
                "Fern Weaver 1",
                "fern-w-12345",
                "fern.weaver@example.test",
                "12fernweaver"
            })
    void areNoneThatWhoeverKnowsTheOwnerTriesNext(String password) {
        refuses(password, Reason.PASSWORD_OWN);
    }

    private static void refuses(String password, Reason reason) {
        assertThatThrownBy(() -> RULES.check(password, FERN))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }
}
