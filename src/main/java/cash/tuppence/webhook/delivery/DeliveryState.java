package cash.tuppence.webhook.delivery;

/** What became of telling one endpoint of one event. Telling it again by hand makes it pending again. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Every retry failed, or the endpoint is not called any more. */
    FAILED
}
