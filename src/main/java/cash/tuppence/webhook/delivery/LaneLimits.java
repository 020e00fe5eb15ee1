package cash.tuppence.webhook.delivery;

/**
 * How many deliveries one node sends at once.
 *
 * @param senders in all
 * @param each to one endpoint
 * @param slowEach to one endpoint that failed or was slow the last time
 * @param slowTogether to all such endpoints
 */
record LaneLimits(int senders, int each, int slowEach, int slowTogether) {
    static final LaneLimits DEFAULT = new LaneLimits(96, 16, 2, 24);
}
