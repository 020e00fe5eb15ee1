package cash.tuppence.webhook.outgoing;

import java.time.Duration;

/**
 * What one request may use up.
 *
 * @param whole from its start to the last byte that we read
 */
public record Limits(Duration connect, Duration whole, int mostConnections) {

    /** By the contract, with so many connections at once. */
    public static Limits ofContract(int mostConnections) {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), mostConnections);
    }
}
