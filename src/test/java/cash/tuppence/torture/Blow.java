package cash.tuppence.torture;

/** What befalls the processes in the midst of a round. */
enum Blow {
    NODE,
    BOTH_NODES,
    DATABASE,
    /** Again while it is being started. */
    DATABASE_TWICE,
    NODE_AND_DATABASE,
    /** One node stands still with its locks in its hands, and then goes on as if nothing had been. */
    PAUSE,
    /** Somebody keeps the hot wallet locked for longer than a batch waits. */
    LOCK_WAIT;

    boolean killsNode(int number) {
        return this == BOTH_NODES || (number == 0 && (this == NODE || this == NODE_AND_DATABASE));
    }

    boolean killsDatabase() {
        return this == DATABASE || this == DATABASE_TWICE || this == NODE_AND_DATABASE;
    }
}
