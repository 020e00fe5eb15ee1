package cash.tuppence.torture;

import cash.tuppence.core.Reason;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import java.util.HexFormat;

/**
 * What a ledger node said to an order, on a line.
 *
 * @param decision see {@link Decision}; {@link Decision#NONE} where the node could not say
 */
record Answer(OperationId operation, Decision decision, boolean replayed) {
    private static final String MARK = "answer ";

    /** Its sender used one id for two orders; nothing was decided by this. */
    boolean isReuse() {
        return decision.refusal().equals(Reason.OPERATION_ID_REUSED.name());
    }

    static String line(Order order, Outcome outcome) {
        String refusal =
                outcome instanceof Outcome.Refused refused ? refused.reason().name() : "";
        long transfer = outcome instanceof Outcome.Accepted accepted ? accepted.transferId() : 0;
        return line(order, transfer, outcome.replayed(), refusal);
    }

    /** Nobody knows what became of it; who asked is to ask again. */
    static String unknownLine(Order order) {
        return line(order, 0, false, Decision.NONE.refusal());
    }

    private static String line(Order order, long transfer, boolean replayed, String refusal) {
        return MARK + HexFormat.of().formatHex(order.operation().bytes()) + " " + transfer + " " + replayed + " "
                + refusal;
    }

    static boolean is(String line) {
        return line.startsWith(MARK);
    }

    static Answer read(String line) {
        String[] parts = line.substring(MARK.length()).split(" ", -1);
        return new Answer(
                OperationId.ofBytes(HexFormat.of().parseHex(parts[0])),
                new Decision(Long.parseLong(parts[1]), parts[3]),
                Boolean.parseBoolean(parts[2]));
    }
}
