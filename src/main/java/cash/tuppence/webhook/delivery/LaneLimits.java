package cash.tuppence.webhook.delivery;

/**
 * How many deliveries one node sends at once.
 *
 * @param senders in all
 * @param first to one endpoint of which nothing is known yet
 * @param widest to one endpoint that answers well
 * @param slowEach to one endpoint that failed or was slow the last time
 * @param slowTogether to all such endpoints
 */
record LaneLimits(int senders, int first, int widest, int slowEach, int slowTogether) {
    static final LaneLimits DEFAULT = new LaneLimits(128, 4, 48, 2, 32);
}
