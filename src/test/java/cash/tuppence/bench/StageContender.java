package cash.tuppence.bench;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.stage.FreezeGuard;
import cash.tuppence.ledger.stage.Stage;
import cash.tuppence.ledger.stage.StageLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The posting stage of the product. */
final class StageContender implements Contender {
    private final String name;
    private final BenchLedger bench;
    private final Ledger ledger;
    private final Supplier<Attachment[]> attachments;

    StageContender(String name, BenchLedger bench, List<Companion<?>> companions, Supplier<Attachment[]> attachments) {
        this.name = name;
        this.bench = bench;
        this.attachments = attachments;
        ledger = new Stage(
                bench.database,
                List.of(new FreezeGuard()),
                companions,
                bench.keys,
                InstantSource.system(),
                StageLimits.DEFAULT,
                () -> {});
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void transfer(long from, long to) {
        ledger.post(posting(from, to)).transferIdOrRefuse();
    }

    private Posting posting(long from, long to) {
        return Posting.of(
                OperationId.random(),
                new Movement.Transfer(
                        bench.keys.newId(TransferRow.PREFIX),
                        Kind.SEND,
                        from,
                        to,
                        Money.ofUnits(1, bench.asset()),
                        Details.bySystem("")),
                attachments.get());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
