package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;

/** The posting stage of the product, with connections of its own and whatever rides along. */
public final class StageContender implements Contender {
    private final String name;
    private final BenchLedger bench;
    private final Riders riders;
    private final Ledger ledger;

    public StageContender(String name, BenchLedger bench, Riders riders) {
        this.name = name;
        this.bench = bench.another();
        this.riders = riders;
        ledger = this.bench.stage(riders.companions(), () -> {});
    }

    /** Nothing rides along. */
    public static StageContender plain(String name, BenchLedger bench) {
        return new StageContender(name, bench, Riders.NONE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        riders.prepare();
    }

    @Override
    public int transfer(long from, long to) {
        ledger.post(posting(from, to)).transferIdOrRefuse();
        return 1;
    }

    Ledger ledger() {
        return ledger;
    }

    Posting posting(long from, long to) {
        OperationId operation = OperationId.random();
        return new Posting(
                operation,
                new Movement.Transfer(
                        bench.keys.newId(TransferRow.PREFIX),
                        Kind.SEND,
                        from,
                        to,
                        Money.ofUnits(1, bench.asset()),
                        Details.bySystem("")),
                riders.of(operation));
    }

    @Override
    public void close() {
        ledger.close();
        bench.close();
    }
}
