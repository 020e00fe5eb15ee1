package cash.tuppence.torture;

import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.OperationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A companion that writes down each decision, for or against, as the answers to API calls are kept. */
final class Receipts implements Companion<Receipts.Receipt> {
    static final String TABLE = "create table torture_receipts (operation binary(16) primary key,"
            + " transfer_id bigint not null, refusal varchar(40) not null)";

    record Receipt(OperationId operation) implements Attachment {}

    private record Row(OperationId operation, long transferId, String refusal) {}

    @Override
    public Class<Receipt> attachment() {
        return Receipt.class;
    }

    @Override
    public Round<Receipt> begin(List<Receipt> receipts) {
        List<Row> rows = new ArrayList<>();
        return new Round<>() {
            @Override
            public void take(Receipt receipt, Draft draft) {
                rows.add(new Row(receipt.operation(), draft.transferId(), ""));
            }

            @Override
            public void refuse(Receipt receipt, Denial denial) {
                rows.add(new Row(receipt.operation(), 0, denial.text()));
            }

            @Override
            public Optional<SqlText> write() {
                return rows.isEmpty() ? Optional.empty() : Optional.of(insert(rows));
            }
        };
    }

    private static SqlText insert(List<Row> rows) {
        return SqlText.of("insert into torture_receipts (operation, transfer_id, refusal) values ")
                .rows(
                        rows,
                        (sql, row) -> sql.value(row.operation().bytes())
                                .comma()
                                .value(row.transferId())
                                .comma()
                                .value(row.refusal()));
    }
}
