package cash.tuppence.checkout.button.api;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonBody;
import cash.tuppence.checkout.button.ButtonJson;
import cash.tuppence.checkout.button.ButtonJsons;
import cash.tuppence.checkout.button.ButtonQuery;
import cash.tuppence.checkout.button.ButtonReader;
import cash.tuppence.checkout.button.ButtonState;
import cash.tuppence.checkout.button.ButtonWish;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Faults;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/buttons}: a merchant stores an offer, and lists what it stored. */
public final class ButtonsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Buttons buttons;
    private final transient ButtonJsons jsons;
    private final transient Shopkeepers shopkeepers;
    private final transient OncePerKey once;

    public ButtonsServlet(Json json, Buttons buttons, ButtonJsons jsons, Shopkeepers shopkeepers, OncePerKey once) {
        super(json);
        this.buttons = buttons;
        this.jsons = jsons;
        this.shopkeepers = shopkeepers;
        this.once = once;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Shopkeepers.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(create(call, caller, key)));
    }

    private Answer create(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        ButtonWish wish = wish(call.body(ButtonBody.class), caller);
        return once.inTransaction(
                key,
                session -> call.created(jsons.of(buttons.create(session, caller.profileId(), caller.isLive(), wish))));
    }

    private ButtonWish wish(ButtonBody body, Caller caller) {
        Faults faults = new Faults();
        Optional<ButtonWish> wish = ButtonReader.read(body, shopkeepers.seller(caller), faults);
        faults.throwIfAny();
        return wish.orElseThrow();
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Shopkeepers.caller(call);
        int limit = call.limit();
        List<Button> found = buttons.list(new ButtonQuery(
                caller.profileId(),
                caller.isLive(),
                call.parameter("state").map(ButtonsServlet::state).orElse(null),
                call.cursor(ButtonsServlet::key).orElse(Long.MAX_VALUE),
                limit + 1));
        return call.ok(Listing.of(found.stream().map(jsons::of).toList(), limit, ButtonJson::id));
    }

    private static ButtonState state(String name) {
        return ButtonState.find(name).orElseThrow(() -> new Refusal(Reason.INVALID).on("state"));
    }

    /** A cursor is the id of the last one that was shown. */
    private static long key(String cursor) {
        return PublicId.parse(Button.PREFIX, cursor).map(PublicId::key).orElseThrow(() -> new Refusal(Reason.INVALID));
    }
}
