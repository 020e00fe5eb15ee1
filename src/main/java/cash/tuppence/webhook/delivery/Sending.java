package cash.tuppence.webhook.delivery;

import java.util.List;

/** What sends deliveries, as seen by what queues them. */
interface Sending {
    /** Room for what can be sent as soon as it is committed. */
    Places places();

    /** Sends those, whose leases are committed and whose places are taken. Does not block. */
    void begin(List<Leased> leased);

    /** Something was queued. Does not block. */
    void wake();
}
