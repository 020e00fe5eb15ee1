package cash.tuppence.checkout.api;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.web.json.Call;

/** What a merchant's key opens: the business's own checkouts, of the key's own mode. */
final class Merchants {
    private Merchants() {}

    /**
     * The business that calls.
     *
     * @throws Refusal where it is no business
     */
    static Caller caller(Call call) {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.CHECKOUTS);
        return caller;
    }

    /**
     * The checkout that the call's URL names.
     *
     * @throws Refusal where it is another business's, or of the other mode: as if there were none
     */
    static Checkout checkout(Call call, Checkouts checkouts) {
        Caller caller = caller(call);
        return checkouts
                .find(call.variable("id"))
                .filter(found -> found.profileId() == caller.profileId() && found.livemode() == caller.isLive())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }
}
