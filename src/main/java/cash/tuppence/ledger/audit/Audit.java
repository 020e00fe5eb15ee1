package cash.tuppence.ledger.audit;

import cash.tuppence.db.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The proof of the ledger, in SQL and from its rows alone: it does not use the code that wrote them. It reads one
 * consistent snapshot, so it may run while cash moves.
 */
public final class Audit {
    private final Transactions transactions;

    public Audit(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Checks every claim; the ledger is proved where {@link Check#holds} is true of each. */
    public List<Check> run() {
        return transactions.readSnapshot(session -> checks(session.getMapper(AuditMapper.class)));
    }

    private static List<Check> checks(AuditMapper mapper) {
        List<Check> checks = new ArrayList<>();
        Checker checker = (claim, count) -> checks.add(new Check(claim, count.applyAsLong(mapper)));
        checker.check("every transfer's entries sum to zero", AuditMapper::transfersThatDoNotSumToZero);
        checker.check("every balance is the sum of its entries", AuditMapper::balancesThatAreNotTheirEntries);
        checker.check("no wallet is below zero or promises more than it has", AuditMapper::balancesThatMayNotBe);
        checker.check("what is held is what the open holds say", AuditMapper::heldThatIsNotTheOpenHolds);
        checker.check(
                "every open hold has its transfer, and the other way round", AuditMapper::holdsWithoutTheirTransfer);
        checker.check(
                "every transfer's state agrees with its entries", AuditMapper::transfersThatContradictTheirEntries);
        checker.check("no entry is in another asset than its transfer", AuditMapper::entriesOfAnotherAsset);
        checker.check("cash outside the bank equals what the bank holds", AuditMapper::assetsThatDoNotBalance);
        return checks;
    }

    /**
     * One claim and what was found.
     *
     * @param violations rows that contradict it
     */
    public record Check(String claim, long violations) {
        public boolean holds() {
            return violations == 0;
        }
    }

    private interface Checker {
        void check(String claim, ToLongFunction<AuditMapper> count);
    }
}
