package cash.tuppence.app;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.start.Attention;
import cash.tuppence.business.start.Notice;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutQuery;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.EndpointState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What features say of a business that needs looking at. */
final class Attentions {
    private static final Duration SOON = Duration.ofDays(1);
    private static final int MOST_LOOKED_AT = 100;

    private final Tuppence tuppence;

    Attentions(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    List<Attention> all() {
        return List.of(this::endpoints, this::authorizations, this::origins);
    }

    private List<Notice> endpoints(Acting acting) {
        if (!acting.mayRead("webhooks")) {
            return List.of();
        }
        return Stream.of(true, false)
                .flatMap(livemode -> tuppence.webhooks().endpoints().list(acting.profileId(), livemode).stream())
                .flatMap(endpoint -> notice(endpoint).stream())
                .toList();
    }

    private static List<Notice> notice(Endpoint endpoint) {
        String path = "/webhooks/" + endpoint.id().text();
        List<Notice> notices = new ArrayList<>();
        if (endpoint.state() == EndpointState.GIVEN_UP || endpoint.state() == EndpointState.GONE) {
            notices.add(new Notice("We stopped calling " + endpoint.url() + ", for it did not answer.", path));
        } else if (endpoint.isEnabled() && endpoint.failingSince().isPresent()) {
            notices.add(new Notice("Callbacks to " + endpoint.url() + " fail.", path));
        }
        return notices;
    }

    /** Reserved cash goes back to its payers where nobody captures it in time. */
    private List<Notice> authorizations(Acting acting) {
        if (!acting.mayRead("checkouts")) {
            return List.of();
        }
        Instant now = tuppence.base().clock().instant();
        CheckoutQuery query = new CheckoutQuery(
                acting.profileId(),
                true,
                null,
                null,
                CheckoutState.AUTHORIZED,
                null,
                null,
                Long.MAX_VALUE,
                now,
                MOST_LOOKED_AT);
        long soon = tuppence.checkout().checkouts().list(query).stream()
                .filter(checkout -> endsBefore(checkout, now.plus(SOON)))
                .count();
        String text = soon == 1
                ? "One payment is reserved and goes back within a day unless you capture it."
                : soon + " payments are reserved and go back within a day unless you capture them.";
        return soon == 0 ? List.of() : List.of(new Notice(text, "/checkouts?state=authorized"));
    }

    private static boolean endsBefore(Checkout checkout, Instant end) {
        return checkout.progress()
                .authorizationExpiresAt()
                .filter(until -> until.isBefore(end))
                .isPresent();
    }

    /** A key without a site can make no checkout that leads back. */
    private List<Notice> origins(Acting acting) {
        boolean missing = acting.mayRead("origins")
                && tuppence.business().origins().of(acting.profileId()).isEmpty()
                && !tuppence.business().keys().list(acting.profileId()).isEmpty();
        return missing
                ? List.of(new Notice(
                        "There is a key, and no site yet that payers may be sent back to.", "/settings/origins"))
                : List.of();
    }
}
