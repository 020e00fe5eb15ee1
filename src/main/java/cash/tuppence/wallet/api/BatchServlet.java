package cash.tuppence.wallet.api;

import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/transfers/batch}: many transfers at once, with an outcome for each. */
public final class BatchServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    /** Room for as many transfers with as much metadata as is allowed. */
    private static final int MOST_BYTES = 8 << 20;

    private final transient OncePerKey once;
    private final transient Batches batches;

    public BatchServlet(Json json, OncePerKey once, Batches batches) {
        super(json);
        this.once = once;
        this.batches = batches;
    }

    @Override
    protected int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        return once.run(call, caller, key -> send(call, caller, key));
    }

    private CompletableFuture<Answer> send(Call call, Caller caller, Optional<CallKey> key) throws IOException {
        List<JsonNode> transfers =
                BatchSize.require(call.body(BatchRequest.class).transfers());
        return batches.send(transfers, caller, key, Formats.locale(call.request()));
    }
}
