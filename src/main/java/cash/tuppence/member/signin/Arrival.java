package cash.tuppence.member.signin;

import cash.tuppence.web.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How, with what and from where somebody comes in.
 *
 * @param device in words
 * @param rememberedId the remembered device that it is, where it is one
 */
record Arrival(Method method, String device, String address, Optional<Long> rememberedId) {
    static Arrival of(HttpServletRequest request, ClientAddresses addresses, Method method) {
        return new Arrival(
                method, Devices.name(request.getHeader("User-Agent")), addresses.of(request), Optional.empty());
    }
}
