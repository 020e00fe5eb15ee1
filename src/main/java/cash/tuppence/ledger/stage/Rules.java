package cash.tuppence.ledger.stage;

import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Guard;
import cash.tuppence.ledger.LimitTable;
import java.util.List;

/**
 * What postings are decided by, beside the ledger's own rules.
 *
 * @param guards asked in this order
 * @param companions lock and write in this order, which must be the same on every node
 */
public record Rules(List<Guard> guards, LimitTable limits, List<Companion<?>> companions) {
    public Rules {
        guards = List.copyOf(guards);
        companions = List.copyOf(companions);
    }
}
