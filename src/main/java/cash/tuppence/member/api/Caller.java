package cash.tuppence.member.api;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A program that acts for a profile.
 *
 * @param profileId whose wallet it is
 * @param memberId the member who acts, or 0 where a business's key does
 * @param keyId the business's key, or 0 where a member acts
 * @param mode live, or test with play money
 */
public record Caller(long profileId, long memberId, long keyId, Mode mode, Set<Scope> scopes) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /** Whether cash or play money moves. A person's token has both, and is live. */
    public enum Mode {
        LIVE,
        TEST
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** A member's program. */
    static Caller member(long profileId, long memberId, Set<Scope> scopes) {
        return new Caller(profileId, memberId, 0, Mode.LIVE, scopes);
    }

    /** A business's program. */
    public static Caller key(long profileId, long keyId, Mode mode, Set<Scope> scopes) {
        return new Caller(profileId, 0, keyId, mode, scopes);
    }

    public boolean isLive() {
        return mode == Mode.LIVE;
    }

    /** Whether cash of that asset is any of this program's business. */
    public boolean sees(Asset asset) {
        return isPerson() || asset.isPlayMoney() != isLive();
    }

    /** Whether a member's own token was shown, and not a business's key. */
    public boolean isPerson() {
        return memberId != 0;
    }

    /**
     * @throws Refusal where the secret was not made for this
     */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new Refusal(Reason.FORBIDDEN);
        }
    }

    /**
     * @throws Refusal where the secret was made for none of these
     */
    public void requireAny(Scope... any) {
        if (Arrays.stream(any).noneMatch(scopes::contains)) {
            throw new Refusal(Reason.FORBIDDEN);
        }
    }

    /** Whoever makes this call. */
    public static Caller of(ServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE))
                .orElseThrow(() -> new Refusal(Reason.UNAUTHORIZED));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
