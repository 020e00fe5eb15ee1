package cash.tuppence.business;

import cash.tuppence.member.api.BearerAuthenticator;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.Scope;
import java.util.Optional;
import java.util.Set;

/** Lets a business's programs in by their secret keys. */
public final class SecretKeys implements BearerAuthenticator {
    private static final Set<Scope> SCOPES = Set.of(Scope.CHECKOUTS, Scope.WALLET_READ, Scope.PROFILE_READ);
    private static final long NO_MEMBER = 0;

    private final ApiKeys keys;

    public SecretKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public String prefix() {
        return "sk_";
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        return keys.find(secret).map(SecretKeys::caller);
    }

    private static Caller caller(ApiKey key) {
        Caller.Mode mode = key.livemode() ? Caller.Mode.LIVE : Caller.Mode.TEST;
        return new Caller(key.profileId(), NO_MEMBER, mode, SCOPES);
    }
}
