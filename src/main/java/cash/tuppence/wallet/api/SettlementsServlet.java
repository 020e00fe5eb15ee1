package cash.tuppence.wallet.api;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Settlements;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.idempotency.OncePerKey;
import cash.tuppence.web.Formats;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * {@code POST /api/v1/transfers/settlements}: orders that many holds be posted, all of each, for their sender. The answer
 * does not wait for the cash to move: from the moment it is given, some node will.
 */
public final class SettlementsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;
    private static final int OK = 200;

    private final transient OncePerKey once;
    private final transient Transfers transfers;
    private final transient Settlements settlements;
    private final transient TransferAnswers answers;
    private final transient Runnable ordered;
    private final transient InstantSource clock;

    /**
     * @param ordered wakes whatever settles holds
     */
    public SettlementsServlet(
            Json json,
            OncePerKey once,
            Transfers transfers,
            Settlements settlements,
            TransferAnswers answers,
            Runnable ordered,
            InstantSource clock) {
        super(json);
        this.once = once;
        this.transfers = transfers;
        this.settlements = settlements;
        this.answers = answers;
        this.ordered = ordered;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<Answer> postLater(Call call) throws IOException {
        Caller caller = Caller.of(call.request());
        caller.require(Scope.TRANSFERS_WRITE);
        return once.run(call, caller, key -> {
            List<String> ids = ids(call);
            Locale reader = Formats.locale(call.request());
            Answer answer = once.inTransaction(key, session -> order(session, ids, caller, reader));
            ordered.run();
            return CompletableFuture.completedFuture(answer);
        });
    }

    private static List<String> ids(Call call) throws IOException {
        List<String> ids = BatchSize.require(call.body(SettlementRequest.class).transfers());
        if (ids.contains(null)) {
            throw BatchSize.refusal();
        }
        return ids;
    }

    private Answer order(SqlSession session, List<String> ids, Caller caller, Locale reader) {
        Map<String, TransferRow> own = own(session, ids, caller);
        List<Long> settleable = own.values().stream()
                .filter(hold -> hold.creditAccountId().isPresent() && hold.kind() != Kind.PAYMENT)
                .map(TransferRow::id)
                .toList();
        Set<Long> open = settlements.order(session, settleable, Times.now(clock));
        List<Answer> results = ids.stream()
                .map(id -> result(Optional.ofNullable(own.get(id)), open, reader))
                .toList();
        return new Answer(OK, BatchResults.text(results), false);
    }

    /** What the caller sent, by public id: of others it is not even told that they are there. */
    private Map<String, TransferRow> own(SqlSession session, List<String> ids, Caller caller) {
        List<Long> keys = ids.stream()
                .flatMap(id -> PublicId.parse(TransferRow.PREFIX, id).stream())
                .map(PublicId::key)
                .distinct()
                .toList();
        return transfers.byKeys(session, keys).stream()
                .filter(transfer -> transfer.debitOwnerId() == caller.profileId())
                .collect(Collectors.toMap(transfer -> transfer.publicId().toString(), Function.identity()));
    }

    private Answer result(Optional<TransferRow> hold, Set<Long> open, Locale reader) {
        Optional<TransferRow> ordered = hold.filter(one -> open.contains(one.id()));
        Reason otherwise = hold.isPresent() ? Reason.HOLD_NOT_OPEN : Reason.NOT_FOUND;
        return ordered.map(answers::found).orElseGet(() -> answers.refused(new Refusal(otherwise), reader));
    }
}
