package cash.tuppence.checkout.pay;

import cash.tuppence.business.RedirectSecret;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The payer's way back to the shop, signed. It is a convenience: the shop fulfils on the callback, or on what it reads by
 * the API.
 */
public final class WayBack {
    private WayBack() {}

    /** The merchant's address with our parameters added, for a checkout in the state it is in. */
    public static String of(Checkout checkout, RedirectSecret secret, Instant now) {
        String target = checkout.state() == CheckoutState.CANCELED
                ? checkout.terms().urlAfterCancel()
                : checkout.terms().returnUrl();
        return target + separator(target) + query(parameters(checkout, secret, now));
    }

    /**
     * The same for a shop's page that opened a window.
     *
     * @param url what {@link #of} gave
     */
    public static Map<String, String> told(Checkout checkout, String url) {
        return Map.of("checkout", checkout.id().text(), "state", stateToTell(checkout), "url", url);
    }

    private static Map<String, String> parameters(Checkout checkout, RedirectSecret secret, Instant now) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("checkout", checkout.id().text());
        parameters.put("state", stateToTell(checkout));
        parameters.put("amount", checkout.terms().amount().toDecimal());
        parameters.put("currency", checkout.terms().amount().asset().code());
        parameters.put("reference", checkout.terms().reference());
        parameters.put("timestamp", Long.toString(now.getEpochSecond()));
        parameters.put("signature", secret.sign(contentToSign(parameters)));
        return parameters;
    }

    /** The values as they stand after the shop has decoded the address, in the order that the contract gives. */
    private static String contentToSign(Map<String, String> values) {
        return String.join(
                ".",
                values.get("checkout"),
                values.get("timestamp"),
                values.get("state"),
                values.get("amount"),
                values.get("currency"),
                values.get("reference"));
    }

    /** The contract knows three; to the payer who once paid, a refund does not change what they came back with. */
    private static String stateToTell(Checkout checkout) {
        return checkout.state().wasPaid()
                ? CheckoutState.PAID.publicName()
                : checkout.state().publicName();
    }

    private static String separator(String url) {
        if (!url.contains("?")) {
            return "?";
        }
        return url.endsWith("?") || url.endsWith("&") ? "" : "&";
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> "tuppence_" + one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A space as {@code %20}: a plus sign is a space only to those who read a query as a form. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
