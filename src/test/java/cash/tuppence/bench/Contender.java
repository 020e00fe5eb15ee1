package cash.tuppence.bench;

/** A way to move cash that is measured beside others. */
interface Contender extends AutoCloseable {
    String name();

    /** Moves one unit, and returns when it is durable. */
    void transfer(long from, long to);

    @Override
    default void close() {}
}
