package cash.tuppence.webhook.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Message PUBLISHED =
            new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    private static final Instant SENT_AT = Instant.ofEpochSecond(1_614_265_330);
    private static final SigningSecret SECRET =
            SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

    /** The example that the libraries of Standard Webhooks test themselves with. */
    @Test
    void signsAsThePublishedTestVector() {
        assertThat(PUBLISHED.headers(SENT_AT, List.of(SECRET)))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .hasSize(3);
    }

    @Test
    void twoSecretsSignSideBySide() {
        SigningSecret other = SigningSecret.random();

        String signatures = PUBLISHED.headers(SENT_AT, List.of(other, SECRET)).get("webhook-signature");

        assertThat(signatures.split(" ")).hasSize(2).contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsReadAsItWasWritten() {
        SigningSecret secret = SigningSecret.random();

        assertThat(SigningSecret.parse(secret.text())).contains(secret);
        assertThat(SigningSecret.ofBytes(secret.bytes())).isEqualTo(secret);
        assertThat(secret.bytes()).hasSize(32);
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
    }

    @Test
    void whatIsNoSecretIsNotRead() {
        assertThat(SigningSecret.parse("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
        assertThat(SigningSecret.parse("whsec_***")).isEmpty();
        assertThat(SigningSecret.parse("whsec_c2hvcnQ=")).isEmpty();
        assertThat(SigningSecret.parse("")).isEmpty();
    }
}
