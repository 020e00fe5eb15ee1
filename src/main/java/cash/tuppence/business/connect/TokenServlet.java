package cash.tuppence.business.connect;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import java.time.Duration;

/** {@code POST /api/v1/connect/token}: the key for a code. The code is the proof, so no other is asked for. */
public final class TokenServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;
    private static final Limit WRONG_CODES = new Limit("connect codes", 60, Duration.ofMinutes(10)).onAllNodes();

    private final transient Connections connections;
    private final transient Profiles profiles;
    private final transient ClientAddresses addresses;
    private final transient RateLimits limits;

    public TokenServlet(
            Json json, Connections connections, Profiles profiles, ClientAddresses addresses, RateLimits limits) {
        super(json);
        this.connections = connections;
        this.profiles = profiles;
        this.addresses = addresses;
        this.limits = limits;
    }

    /** Only failures count in the end: many shops may stand behind one address. */
    @Override
    protected Answer post(Call call) throws IOException {
        String network = ClientAddresses.network(addresses.of(call.request()));
        limits.take(WRONG_CODES, network);
        TokenRequest asked = call.body(TokenRequest.class).complete();
        Connections.Made made = connections.exchange(asked.code(), asked.returnUrl(), asked.codeVerifier());
        limits.giveBack(WRONG_CODES, network);
        return call.created(TokenJson.of(made, handleOf(made)));
    }

    private String handleOf(Connections.Made made) {
        return profiles.byId(made.code().profileId())
                .map(Profile::handle)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }
}
