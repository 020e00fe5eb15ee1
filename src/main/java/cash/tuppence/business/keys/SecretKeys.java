package cash.tuppence.business.keys;

import cash.tuppence.member.api.BearerAuthenticator;
import cash.tuppence.member.api.Caller;
import cash.tuppence.member.api.LastUses;
import cash.tuppence.member.api.Scope;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a business's programs in by their secret keys. */
public final class SecretKeys implements BearerAuthenticator {
    private final ApiKeys keys;
    private final LastUses uses;

    public SecretKeys(ApiKeys keys, LastUses uses) {
        this.keys = keys;
        this.uses = uses;
    }

    @Override
    public String prefix() {
        return "sk_";
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        Optional<ApiKey> key = keys.find(secret);
        key.ifPresent(one -> uses.note(one.id()));
        return key.map(SecretKeys::caller);
    }

    private static Caller caller(ApiKey key) {
        Caller.Mode mode = key.livemode() ? Caller.Mode.LIVE : Caller.Mode.TEST;
        Set<Scope> scopes =
                key.granted().stream().flatMap(one -> one.scopes().stream()).collect(Collectors.toSet());
        return Caller.key(key.profileId(), key.id(), mode, scopes);
    }
}
