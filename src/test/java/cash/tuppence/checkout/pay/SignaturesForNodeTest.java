package cash.tuppence.checkout.pay;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.business.RedirectSecret;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.webhook.signing.Message;
import cash.tuppence.webhook.signing.SigningSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code plugin-js/test/signatures.json} holds what this code signs, for what checks it in other languages to be tested
 * without a server.
 */
class SignaturesForNodeTest {
    private static final Path KEPT = Path.of("plugin-js/test/signatures.json");
    private static final Path MADE = Path.of("target/signatures.json");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String CALLBACK_SECRET = "whsec_dHVwcGVuY2UtZGVtby1jYWxsYmFjay1zZWNyZXQhIQ==";
    private static final String NEXT_SECRET = "whsec_dHVwcGVuY2UtZGVtby1uZXh0LWNhbGxiYWNrLXNlY3JldA==";
    private static final String BODY =
            "{\"type\":\"checkout.paid\",\"timestamp\":\"2026-11-21T12:00:00Z\",\"livemode\":true,"
                    + "\"data\":{\"id\":\"co_1\",\"state\":\"paid\",\"description\":\"Tea ☕\",\"sequence\":2}}";

    @Test
    void theFileHoldsWhatThisCodeSigns() throws IOException {
        String made = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(ordered(Map.of(
                                "now", NOW.toString(),
                                "redirects", redirects(),
                                "gift", gift(),
                                "callbacks", callbacks())))
                + "\n";
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);
        assertThat(made).as("if it is meant to change: cp %s %s", MADE, KEPT).isEqualTo(Files.readString(KEPT));
    }

    private static List<Map<String, Object>> redirects() {
        return List.of(
                redirect("https://shop.example/return", "order-17", CheckoutState.PAID),
                redirect("https://shop.example/return?cart=1", "a b+c&d=e%20f.USD", CheckoutState.AUTHORIZED),
                redirect("https://shop.example/return", "", CheckoutState.PAID),
                redirect("https://shop.example/return", "naïve ☕ 𝄞", CheckoutState.CANCELED));
    }

    private static Map<String, Object> redirect(String returnUrl, String reference, CheckoutState state) {
        String address = WayBack.of(
                WayBackTest.checkout(returnUrl, reference, state), RedirectSecret.parse(WayBackTest.SECRET), NOW);
        return ordered(Map.of("secret", WayBackTest.SECRET, "address", address));
    }

    private static Map<String, Object> gift() {
        String signature = RedirectSecret.parse(WayBackTest.SECRET)
                .sign("give.tr_1." + NOW.getEpochSecond() + ".posted.1.00.USD.spring");
        return ordered(Map.of(
                "secret",
                WayBackTest.SECRET,
                "parameters",
                ordered(Map.of(
                        "tuppence_transfer", "tr_1",
                        "tuppence_timestamp", Long.toString(NOW.getEpochSecond()),
                        "tuppence_state", "posted",
                        "tuppence_amount", "1.00",
                        "tuppence_currency", "USD",
                        "tuppence_reference", "spring",
                        "tuppence_signature", signature))));
    }

    private static List<Map<String, Object>> callbacks() {
        return List.of(callback(CALLBACK_SECRET), callback(CALLBACK_SECRET, NEXT_SECRET));
    }

    private static Map<String, Object> callback(String... texts) {
        List<SigningSecret> secrets = List.of(texts).stream()
                .map(text -> SigningSecret.parse(text).orElseThrow())
                .toList();
        Message message = new Message("evt_1", BODY.getBytes(StandardCharsets.UTF_8));
        return ordered(
                Map.of("secrets", List.of(texts), "headers", ordered(message.headers(NOW, secrets)), "body", BODY));
    }

    private static Map<String, Object> ordered(Map<String, ?> map) {
        return new TreeMap<>(map);
    }
}
