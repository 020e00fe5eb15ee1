package cash.tuppence.checkout.button.api;

import cash.tuppence.business.Origins;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.checkout.button.Seller;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.web.json.Call;

/** What a merchant's key opens: the business's own buttons, of the key's own mode. */
public final class Shopkeepers {
    private final Buttons buttons;
    private final Origins origins;
    private final Asset home;

    /**
     * @param home what amounts are in where nothing else is said
     */
    public Shopkeepers(Buttons buttons, Origins origins, Asset home) {
        this.buttons = buttons;
        this.origins = origins;
        this.home = home;
    }

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

    Seller seller(Caller caller) {
        return new Seller(caller.isLive(), home, origins.of(caller.profileId()));
    }

    /**
     * The button that the call's URL names.
     *
     * @throws Refusal where it is another business's, or of the other mode: as if there were none
     */
    Button button(Call call) {
        Caller caller = caller(call);
        return buttons.find(call.variable("id"))
                .filter(found -> found.profileId() == caller.profileId() && found.livemode() == caller.isLive())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }
}
