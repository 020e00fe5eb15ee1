package cash.tuppence.member.prove;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.factor.Factors;
import cash.tuppence.member.signin.KnownDevices;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Page;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes codes, and slows down whoever guesses. Six digits can be guessed, so each try at them counts: for the member, or
 * for the browser alone where they signed in with it before, so that no stranger keeps them waiting. A recovery code
 * cannot be guessed, and still opens when all tries are used up.
 */
final class Codes {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Limit BY_NETWORK = new Limit("codes by network", 60, HALF_AN_HOUR).onAllNodes();
    private static final Limit BY_MEMBER = new Limit("app codes by member", 10, HALF_AN_HOUR).onAllNodes();
    private static final Limit BY_DEVICE = new Limit("app codes by device", 10, HALF_AN_HOUR).onAllNodes();
    private static final String FIELD = "code";

    private final Factors factors;
    private final KnownDevices devices;
    private final RateLimits limits;

    Codes(Factors factors, KnownDevices devices, RateLimits limits) {
        this.factors = factors;
        this.devices = devices;
        this.limits = limits;
    }

    /**
     * Uses up a code that was typed, of the member's app or for recovery.
     *
     * @throws Refusal where it is neither, or that was tried too often
     */
    void use(Page page, long memberId, String typed) {
        limits.check(BY_NETWORK, page.network());
        boolean right =
                isAppCode(typed) ? isTheirApps(page, memberId, typed) : factors.useRecoveryCode(memberId, typed);
        if (!right) {
            limits.count(BY_NETWORK, page.network());
            throw new Refusal(Reason.CODE_WRONG).on(FIELD);
        }
    }

    private static boolean isAppCode(String typed) {
        return typed.replaceAll("[\\s-]", "").matches("[0-9]{1,8}");
    }

    /** Counted before it is looked at: many at once must not be more than one after the other. */
    private boolean isTheirApps(Page page, long memberId, String typed) {
        Optional<String> device = devices.find(page.request(), memberId);
        Limit limit = device.isPresent() ? BY_DEVICE : BY_MEMBER;
        String who = device.orElseGet(() -> String.valueOf(memberId));
        limits.take(limit, who);
        boolean right = factors.useAppCode(memberId, typed);
        if (right) {
            limits.giveBack(limit, who);
        }
        return right;
    }
}
