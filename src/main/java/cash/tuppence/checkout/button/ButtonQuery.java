package cash.tuppence.checkout.button;

import java.util.Optional;

/**
 * Which of a business's buttons to list, newest first.
 *
 * @param beforeId only those with a smaller key
 */
public record ButtonQuery(long profileId, boolean livemode, ButtonState stateOrNull, long beforeId, int limit) {
    /** All of that mode, from the newest on. */
    public static ButtonQuery first(long profileId, boolean livemode, Optional<ButtonState> state, int limit) {
        return new ButtonQuery(profileId, livemode, state.orElse(null), Long.MAX_VALUE, limit);
    }
}
