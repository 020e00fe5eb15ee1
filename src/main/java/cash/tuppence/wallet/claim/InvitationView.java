package cash.tuppence.wallet.claim;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.wallet.Party;
import java.time.Instant;
import java.util.Locale;

/** What waits, as its template takes it. */
public record InvitationView(String state, Money amount, Party sender, String message, Instant expiresAt) {
    static InvitationView of(TransferRow gift, TransferState state, Party sender) {
        return new InvitationView(
                state.name().toLowerCase(Locale.ROOT),
                gift.amount(),
                sender,
                gift.message(),
                gift.expiresAt().orElse(null));
    }
}
