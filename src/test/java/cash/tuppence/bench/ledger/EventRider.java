package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.event.Arrivals;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.webhook.Webhooks;
import java.util.List;
import java.util.Optional;

/** The product's event of a transfer that arrived, as a send by REST has it. */
public final class EventRider implements Riders.Kind {
    private static final Sides SIDES =
            new Sides(new Party(1, "A payer", "payer"), new Party(2, "A friend", "friend"), Optional.empty());

    private final BenchLedger bench;
    private final Arrivals arrivals;

    public EventRider(BenchLedger bench) {
        this.bench = bench;
        this.arrivals = new Arrivals(AnswerRider.jsons(bench));
    }

    @Override
    public List<Companion<?>> companions() {
        return List.of(new EventCompanion(bench.keys, Webhooks.audience()));
    }

    @Override
    public List<Attachment> attachments(OperationId operation) {
        return List.of(arrivals.ofStarted(SIDES, Money.ofUnits(1, bench.asset())));
    }
}
