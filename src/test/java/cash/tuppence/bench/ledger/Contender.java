package cash.tuppence.bench.ledger;

/** A way to move cash that is measured beside others. */
public interface Contender extends AutoCloseable {
    String name();

    /** Moves one unit, and returns how many postings were answered once that is durable. */
    int transfer(long from, long to);

    /** Is told that a run is about to begin, which is not measured itself. */
    default void prepare() {}

    @Override
    default void close() {}
}
