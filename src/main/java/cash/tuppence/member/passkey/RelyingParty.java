package cash.tuppence.member.passkey;

import cash.tuppence.web.Urls;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;

/**
 * Who we are to passkeys: the host of {@code base-url}, and pages of our own origin alone. A passkey works nowhere else,
 * so nobody can be lured into showing it to somebody else's page.
 */
final class RelyingParty {
    private final String id;
    private final Origin origin;

    RelyingParty(Urls urls) {
        this.id = URI.create(urls.origin()).getHost();
        this.origin = new Origin(urls.origin());
    }

    String id() {
        return id;
    }

    ServerProperty expecting(byte[] challenge) {
        Challenge expected = new DefaultChallenge(challenge);
        return ServerProperty.builder()
                .origin(origin)
                .rpId(id)
                .challenge(expected)
                .build();
    }
}
