package cash.tuppence.checkout;

import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes {@link CheckoutJson}s. */
public final class CheckoutJsons {
    private final Urls urls;
    private final Json json;

    public CheckoutJsons(Urls urls, Json json) {
        this.urls = urls;
        this.json = json;
    }

    public CheckoutJson of(Checkout checkout) {
        Terms terms = checkout.terms();
        Progress progress = checkout.progress();
        return new CheckoutJson(
                checkout.id().text(),
                urls.absolute(checkout.path()),
                checkout.livemode(),
                progress.state().publicName(),
                terms.amount(),
                progress.captured(),
                progress.refunded(),
                terms.capture().name().toLowerCase(Locale.ROOT),
                terms.description(),
                terms.reference(),
                terms.customerEmail().orElse(null),
                terms.items().stream().map(CheckoutJson.Line::of).toList(),
                metadata(terms.metadata()),
                terms.returnUrl(),
                terms.cancelUrl().orElse(null),
                checkout.createdAt(),
                checkout.expiresAt(),
                progress.authorizationExpiresAt().orElse(null),
                progress.paidAt().orElse(null),
                progress.sequence());
    }

    /** The same as text: what an event carries. */
    public String write(Checkout checkout) {
        return json.write(of(checkout));
    }

    private JsonNode metadata(Optional<String> sent) {
        return sent.map(json.mapper()::readTree).orElseGet(json.mapper()::createObjectNode);
    }
}
