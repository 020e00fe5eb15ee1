package cash.tuppence.checkout.api;

import cash.tuppence.business.Origins;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutJson;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.CheckoutQuery;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import cash.tuppence.web.json.Listing;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/checkouts}: a merchant asks to be paid, and lists what it asked for. */
public final class CheckoutsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient CheckoutJsons jsons;
    private final transient Origins origins;
    private final transient OncePerKey once;
    private final transient InstantSource clock;

    public CheckoutsServlet(
            Json json,
            Checkouts checkouts,
            CheckoutJsons jsons,
            Origins origins,
            OncePerKey once,
            InstantSource clock) {
        super(json);
        this.checkouts = checkouts;
        this.jsons = jsons;
        this.origins = origins;
        this.once = once;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Merchants.caller(call);
        return once.run(call, caller, key -> CompletableFuture.completedFuture(create(call, caller, key)));
    }

    private Answer create(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        CheckoutReader.Wish wish =
                CheckoutReader.read(call.body(CheckoutBody.class), caller.isLive(), origins.of(caller.profileId()));
        return once.inTransaction(
                key,
                session -> call.created(jsons.of(
                        checkouts.create(session, caller.profileId(), caller.isLive(), wish.terms(), wish.time()))));
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Merchants.caller(call);
        int limit = call.limit();
        List<Checkout> found = checkouts.list(new CheckoutQuery(
                caller.profileId(),
                caller.isLive(),
                call.parameter("reference").orElse(null),
                null,
                call.parameter("state").map(CheckoutsServlet::state).orElse(null),
                null,
                null,
                call.cursor(CheckoutsServlet::key).orElse(Long.MAX_VALUE),
                Times.now(clock),
                limit + 1));
        return call.ok(Listing.of(found.stream().map(jsons::of).toList(), limit, CheckoutJson::id));
    }

    private static CheckoutState state(String name) {
        return CheckoutState.find(name).orElseThrow(() -> new Refusal(Reason.INVALID).on("state"));
    }

    /** A cursor is the id of the last one that was shown. */
    private static long key(String cursor) {
        return PublicId.parse(Checkout.PREFIX, cursor)
                .map(PublicId::key)
                .orElseThrow(() -> new Refusal(Reason.INVALID));
    }
}
