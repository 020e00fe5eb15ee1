package cash.tuppence.webhook.endpoint;

/** Whether an endpoint is called. A merchant may enable it again, whatever disabled it, until it is deleted. */
public enum EndpointState {
    ENABLED,
    /** By the merchant. */
    DISABLED,
    /** It answered 410. */
    GONE,
    /** By us, after days without one success. */
    GIVEN_UP,
    DELETED;

    /** The declared graph: which states may follow this one. */
    public boolean mayBecome(EndpointState next) {
        return switch (this) {
            case ENABLED -> next != ENABLED;
            case DISABLED, GONE, GIVEN_UP -> next == ENABLED || next == DELETED;
            case DELETED -> false;
        };
    }
}
