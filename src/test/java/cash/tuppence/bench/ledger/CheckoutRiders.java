package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Quiet;
import cash.tuppence.checkout.CheckoutCompanion;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.OpenCheckouts;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.wallet.event.EventCompanion;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.Webhooks;
import java.util.List;

/** Two of the product's companions: each posting pays a checkout, by compare-and-set, and writes the event of it. */
public final class CheckoutRiders implements Riders.Kind {
    /** More than all runs pay together: made before the first, so that none bears what making them leaves to do. */
    private static final long ENOUGH = 1_200_000;

    /** More than one run pays. */
    private static final long LOW = 150_000;

    private final BenchLedger bench;
    private final OpenCheckouts checkouts;

    public CheckoutRiders(BenchLedger bench) {
        this.bench = bench;
        CheckoutJsons jsons = new CheckoutJsons(new Urls("https://cash.example.test"), new Json());
        checkouts = new OpenCheckouts(bench.database.dataSource(), jsons, Money.ofUnits(1, bench.asset()));
    }

    @Override
    public List<Companion<?>> companions() {
        return List.of(new CheckoutCompanion(), new EventCompanion(bench.keys, Webhooks.audience()));
    }

    @Override
    public List<Attachment> attachments(OperationId operation) {
        return checkouts.pay();
    }

    @Override
    public void prepare() {
        if (checkouts.left() < LOW) {
            checkouts.fill(ENOUGH);
            new Quiet(bench.database.dataSource()).await();
        }
    }
}
