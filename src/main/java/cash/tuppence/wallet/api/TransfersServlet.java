package cash.tuppence.wallet.api;

import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /api/v1/transfers}: hand cash over, or hold it. */
public final class TransfersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient OrderReader orders;
    private final transient Sending sending;
    private final transient TransferAnswers answers;

    public TransfersServlet(Json json, OrderReader orders, Sending sending, TransferAnswers answers) {
        super(json);
        this.orders = orders;
        this.sending = sending;
        this.answers = answers;
    }

    @Override
    protected Answer post(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        Optional<CallKey> key = CallKey.of(call, caller);
        Optional<Answer> given = key.flatMap(answers::given);
        if (given.isPresent()) {
            return given.get();
        }
        Order order = orders.read(call.body(TransferRequest.class), caller);
        return key.isPresent() ? sendOnce(call, order, key.get()) : send(order);
    }

    private Answer send(Order order) {
        return answers.created(sending.send(order, OperationId.random()));
    }

    private Answer sendOnce(Call call, Order order, CallKey key) {
        Locale reader = Formats.locale(call.request());
        Outcome outcome = sending.send(order, key.operation(), answers.starting(key, order.sides(), reader));
        return answers.kept(key, outcome, answers::created);
    }
}
