package cash.tuppence.ledger.audit;

import java.util.List;

/**
 * What one audit found.
 *
 * @param entries how many were read
 * @param point a key such that no transfer has entries on both sides of it, and none is still to come below it
 */
record Proof(List<Audit.Check> checks, long entries, long point) {
    boolean holds() {
        return checks.stream().allMatch(Audit.Check::holds);
    }
}
