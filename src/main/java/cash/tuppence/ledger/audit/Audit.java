package cash.tuppence.ledger.audit;

import cash.tuppence.db.Transactions;
import java.util.Collection;
import java.util.List;

/**
 * The proof of the ledger, in SQL and from its rows alone: it does not use the code that wrote them. It reads one
 * consistent snapshot, so it may run while cash moves; it holds nobody up.
 */
public final class Audit {
    /** What it reads by; for {@link Transactions}. */
    public static final List<Class<?>> MAPPERS = List.of(AuditMapper.class, PointMapper.class);

    /** More violations than that of one claim are not counted. */
    static final int MOST = 1_000;

    private final Transactions transactions;

    public Audit(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Checks every claim over all entries; the ledger is proved where {@link Check#holds} is true of each. */
    public List<Check> run() {
        return run(Progress.UNTOLD);
    }

    /** As {@link #run()}, telling how far it has come. */
    public List<Check> run(Progress progress) {
        return prove(Scope.WHOLE, progress).checks();
    }

    Proof prove(Scope scope, Progress progress) {
        return transactions.readSnapshot(
                session -> new Prover(session.getMapper(AuditMapper.class), scope, progress).prove());
    }

    /**
     * One claim and what was found.
     *
     * @param violations rows that contradict it; past a thousand they are not counted any further
     * @param examples some of those rows, by their keys
     */
    public record Check(String claim, long violations, List<String> examples) {
        private static final int MOST_EXAMPLES = 10;

        public Check {
            examples = List.copyOf(examples);
        }

        static Check of(String claim, Collection<?> violations) {
            return new Check(
                    claim,
                    violations.size(),
                    violations.stream()
                            .limit(MOST_EXAMPLES)
                            .map(Object::toString)
                            .toList());
        }

        public boolean holds() {
            return violations == 0;
        }
    }
}
