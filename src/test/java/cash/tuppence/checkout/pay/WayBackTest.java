package cash.tuppence.checkout.pay;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.business.RedirectSecret;
import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.CheckoutStates;
import cash.tuppence.checkout.Terms;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WayBackTest {
    static final String SECRET = "whsec_dHVwcGVuY2UtZGVtby1yZWRpcmVjdC1zZWNyZXQhIQ==";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.987654Z");

    @Test
    void theSignatureIsTheContracts() throws Exception {
        Checkout checkout = paid("https://shop.example/return", "order-17");
        Map<String, String> sent = query(wayBack(checkout));

        String content = checkout.id().text() + ".1795262400.paid.2.50.USD.order-17";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec("tuppence-demo-redirect-secret!!".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        String expected =
                "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(sent)
                .containsEntry("tuppence_checkout", checkout.id().text())
                .containsEntry("tuppence_state", "paid")
                .containsEntry("tuppence_amount", "2.50")
                .containsEntry("tuppence_currency", "USD")
                .containsEntry("tuppence_reference", "order-17")
                .containsEntry("tuppence_timestamp", "1795262400")
                .containsEntry("tuppence_signature", expected)
                .hasSize(7);
    }

    /** Made once with {@code openssl dgst -sha256 -mac HMAC -binary | base64}. */
    @Test
    void theSignatureIsTheOneThatOpensslMakes() {
        assertThat(RedirectSecret.parse(SECRET).sign("co_1.1795262400.paid.2.50.USD.order-17"))
                .isEqualTo("v1,91A6irVgnDf4hkREZDr9M1dBd/K21HLTSTMhHfd+4N0=");
    }

    @Test
    void whatIsInAReferenceComesBackAsItWas() {
        for (String reference : List.of("", "a b+c&d=e%20f", "naïve ☕ 𝄞", "v1.2.3", "\"'<>#?/")) {
            assertThat(query(wayBack(paid("https://shop.example/return", reference))))
                    .containsEntry("tuppence_reference", reference);
        }
    }

    @Test
    void theMerchantsOwnParametersStay() {
        assertThat(wayBack(paid("https://shop.example/r", ""))).startsWith("https://shop.example/r?tuppence_checkout=");
        assertThat(wayBack(paid("https://shop.example/r?", "")))
                .startsWith("https://shop.example/r?tuppence_checkout=");
        assertThat(wayBack(paid("https://shop.example/r?a=1", "")))
                .startsWith("https://shop.example/r?a=1&tuppence_checkout=");
        assertThat(wayBack(paid("https://shop.example/r?a=1&", "")))
                .startsWith("https://shop.example/r?a=1&tuppence_checkout=");
        assertThat(wayBack(paid("https://shop.example", ""))).startsWith("https://shop.example?tuppence_checkout=");
    }

    @Test
    void whoeverCanceledGoesToTheCancelAddress() {
        Checkout canceled = checkout("https://shop.example/return", "", CheckoutState.CANCELED);
        assertThat(wayBack(canceled)).startsWith("https://shop.example/basket?");
        assertThat(query(wayBack(canceled))).containsEntry("tuppence_state", "canceled");
    }

    private static Checkout paid(String returnUrl, String reference) {
        return checkout(returnUrl, reference, CheckoutState.PAID);
    }

    static Checkout checkout(String returnUrl, String reference, CheckoutState state) {
        Terms terms = new Terms(
                Money.ofMinor(250, Asset.USD),
                Capture.AUTOMATIC,
                "Tea",
                reference,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                returnUrl,
                Optional.of("https://shop.example/basket"));
        return CheckoutStates.checkout(new PublicId("co_", 4711, new byte[12]), terms, state);
    }

    private static String wayBack(Checkout checkout) {
        return WayBack.of(checkout, RedirectSecret.parse(SECRET), NOW);
    }

    private static Map<String, String> query(String url) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : URI.create(url).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
