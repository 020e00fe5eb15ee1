package cash.tuppence.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(new byte[32]);
    private final byte[] secret = "whsec_something".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSealedOpensAgainAndNeverLooksTheSame() {
        assertThat(box.open(box.seal(secret))).isEqualTo(secret);
        assertThat(box.seal(secret)).isNotEqualTo(box.seal(secret));
    }

    @Test
    void whatWasChangedOrSealedByAnotherKeyDoesNotOpen() {
        byte[] sealed = box.seal(secret);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> new SecretBox(otherKey).open(sealed)).isInstanceOf(IllegalStateException.class);

        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
