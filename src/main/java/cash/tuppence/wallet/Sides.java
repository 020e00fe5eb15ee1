package cash.tuppence.wallet;

import java.util.Optional;

/**
 * Who handed what to whom.
 *
 * @param actor the person who acted; empty where the system did
 */
public record Sides(Party sender, Party recipient, Optional<Party> actor) {}
