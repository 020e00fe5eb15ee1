package cash.tuppence.checkout;

import cash.tuppence.outbox.EventType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can happen to a checkout: where from, where to, and what is told of it. Only the steps listed here exist;
 * docs/checkouts.md draws them.
 */
public enum CheckoutStep {
    /** A payer pays the whole amount at once. */
    PAY(EventType.CHECKOUT_PAID, CheckoutState.PAID, CheckoutState.OPEN),
    /** A payer's cash is reserved for the merchant. */
    AUTHORIZE(EventType.CHECKOUT_AUTHORIZED, CheckoutState.AUTHORIZED, CheckoutState.OPEN),
    /** The merchant takes all or a part of what is reserved; the rest goes back. */
    CAPTURE(EventType.CHECKOUT_PAID, CheckoutState.PAID, CheckoutState.AUTHORIZED),
    /** The merchant or the payer does not want it any more; what was reserved goes back. */
    CANCEL(EventType.CHECKOUT_CANCELED, CheckoutState.CANCELED, CheckoutState.OPEN, CheckoutState.AUTHORIZED),
    /** Its time is over; what was reserved goes back. */
    EXPIRE(EventType.CHECKOUT_EXPIRED, CheckoutState.EXPIRED, CheckoutState.OPEN, CheckoutState.AUTHORIZED),
    /** The merchant gives back less than is left. */
    REFUND_PART(
            EventType.REFUND_CREATED,
            CheckoutState.PARTIALLY_REFUNDED,
            CheckoutState.PAID,
            CheckoutState.PARTIALLY_REFUNDED),
    /** The merchant gives back all that is left. */
    REFUND_REST(EventType.REFUND_CREATED, CheckoutState.REFUNDED, CheckoutState.PAID, CheckoutState.PARTIALLY_REFUNDED);

    private final EventType event;
    private final CheckoutState to;
    private final Set<CheckoutState> from;

    CheckoutStep(EventType event, CheckoutState to, CheckoutState... from) {
        this.event = event;
        this.to = to;
        this.from = Set.of(from);
    }

    public EventType event() {
        return event;
    }

    public CheckoutState to() {
        return to;
    }

    public boolean mayFollow(CheckoutState state) {
        return from.contains(state);
    }

    static boolean leads(CheckoutState from, CheckoutState to) {
        return Arrays.stream(values()).anyMatch(step -> step.mayFollow(from) && step.to == to);
    }

    /** The graph as a Mermaid diagram, line by line. */
    static String diagram() {
        return Arrays.stream(CheckoutState.values())
                .flatMap(from -> Arrays.stream(values())
                        .filter(step -> step.mayFollow(from))
                        .map(step -> "  " + from.publicName() + " --> " + step.to.publicName() + " : "
                                + step.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n  [*] --> open : create\n", "\n"));
    }
}
