package cash.tuppence.member.signin;

import java.util.Optional;

/**
 * How, with what and from where somebody comes in.
 *
 * @param sessionId the number that their session gets
 * @param device in words
 * @param rememberedId the remembered device that it is, where it is one
 */
record Arrival(long sessionId, Method method, String device, String address, Optional<Long> rememberedId) {
    Arrival on(long remembered) {
        return new Arrival(sessionId, method, device, address, Optional.of(remembered));
    }
}
