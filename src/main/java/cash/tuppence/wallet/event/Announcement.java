package cash.tuppence.wallet.event;

import cash.tuppence.ledger.Draft;
import cash.tuppence.outbox.EventType;
import java.util.function.Function;

/**
 * An event to be, of a posting that is not decided yet.
 *
 * @param ownerId the profile that may hear of it
 * @param livemode false where it is about play money
 * @param data JSON of the object as it stands once the posting is accepted; asked for only then
 */
public record Announcement(long ownerId, EventType type, boolean livemode, Function<Draft, String> data) {}
