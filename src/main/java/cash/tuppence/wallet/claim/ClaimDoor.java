package cash.tuppence.wallet.claim;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.wallet.invitation.Invitations;
import cash.tuppence.web.RateLimits;
import java.time.Duration;
import java.util.Optional;

/** Where tokens are tried. Those that lead nowhere are counted, so that nobody can try many. */
public final class ClaimDoor {
    private static final RateLimits.Limit WRONG_TOKENS =
            new RateLimits.Limit("claim", 20, Duration.ofMinutes(10)).onAllNodes();

    private final Invitations invitations;
    private final RateLimits limits;

    public ClaimDoor(Invitations invitations, RateLimits limits) {
        this.invitations = invitations;
        this.limits = limits;
    }

    /**
     * What waits, or waited, behind that token.
     *
     * @throws Refusal where there never was such a token, or too many wrong ones came from that network
     */
    public TransferRow open(String token, String network) {
        return find(token, network).orElseThrow(() -> new Refusal(Reason.CLAIM_UNKNOWN));
    }

    Optional<TransferRow> find(String token, String network) {
        limits.check(WRONG_TOKENS, network);
        Optional<TransferRow> gift = invitations.find(token);
        if (gift.isEmpty()) {
            limits.count(WRONG_TOKENS, network);
        }
        return gift;
    }
}
