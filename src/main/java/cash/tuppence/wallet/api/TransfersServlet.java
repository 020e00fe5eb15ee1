package cash.tuppence.wallet.api;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.wallet.listing.TransferLists;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/transfers}: hand cash over, or hold it; and all that came and went. */
public final class TransfersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient OncePerKey once;
    private final transient OrderReader orders;
    private final transient Sending sending;
    private final transient TransferAnswers answers;
    private final transient TransferListing listing;

    public TransfersServlet(
            Json json,
            OncePerKey once,
            OrderReader orders,
            Sending sending,
            TransferAnswers answers,
            TransferListing listing) {
        super(json);
        this.listing = listing;
        this.once = once;
        this.orders = orders;
        this.sending = sending;
        this.answers = answers;
    }

    @Override
    protected Answer get(Call call) {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.WALLET_READ);
        long before = call.cursor(TransferLists::place).orElse(Long.MAX_VALUE);
        return call.ok(listing.of(caller, before, call.limit()));
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        return once.run(call, caller, key -> send(call, caller, key));
    }

    private CompletableFuture<Answer> send(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        Order order = orders.read(call.body(TransferRequest.class), caller);
        Answering answering = answers.starting(key, order.sides(), Formats.locale(call.request()));
        OperationId operation = key.map(CallKey::operation).orElseGet(OperationId::random);
        return answers.created(sending.submit(order, operation, answering), key, answering);
    }
}
