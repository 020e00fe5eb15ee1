package cash.tuppence.webhook.api;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.web.json.Call;
import cash.tuppence.webhook.delivery.Deliveries;
import cash.tuppence.webhook.delivery.Delivery;
import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.endpoint.Endpoints;
import java.util.Optional;

/** What a merchant's key opens here: the business's own, of the key's own mode. What is another's is as if it were not there. */
final class Merchants {
    private Merchants() {}

    /**
     * The business that calls; the one place that says what its key must be made for.
     *
     * @throws Refusal where it is not
     */
    static Caller caller(Call call) {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.CHECKOUTS);
        return caller;
    }

    /** The endpoint that the call's URL names. */
    static Endpoint endpoint(Call call, Caller caller, Endpoints endpoints) {
        return found(PublicId.parse(Endpoint.PREFIX, call.variable("id"))
                .flatMap(id -> endpoints.find(caller.profileId(), id))
                .filter(endpoint -> endpoint.livemode() == caller.isLive()));
    }

    /** The delivery that the call's URL names. */
    static Delivery delivery(Call call, Caller caller, Deliveries deliveries) {
        return found(PublicId.parse(Delivery.PREFIX, call.variable("id"))
                .flatMap(id -> deliveries.find(caller.profileId(), caller.isLive(), id)));
    }

    static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    /** A cursor is the id of the last one that was shown. */
    static Optional<Long> cursor(Call call, String prefix) {
        return call.cursor(
                text -> PublicId.parse(prefix, text).map(PublicId::key).orElseThrow(() -> new Refusal(Reason.INVALID)));
    }
}
