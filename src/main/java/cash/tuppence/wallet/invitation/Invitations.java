package cash.tuppence.wallet.invitation;

import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.TransferMapper;
import cash.tuppence.ledger.TransferRow;
import java.util.Optional;

/** Finds invitations: by the token that their link carries, or by the transfer that waits. */
public final class Invitations {
    private final Transactions transactions;
    private final ClaimTokens tokens;

    public Invitations(Transactions transactions, ClaimTokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** What that link leads to, whatever became of it; empty where there never was such a link. */
    public Optional<TransferRow> find(String token) {
        if (!ClaimTokens.isToken(token)) {
            return Optional.empty();
        }
        return transactions.read(session -> session.getMapper(InvitationMapper.class)
                .byTokenHash(Tokens.sha256(token))
                .flatMap(row -> session.getMapper(TransferMapper.class).byId(row.transferId())));
    }

    /** The address that the transfer was meant for; empty where it was no invitation. */
    public Optional<String> email(long transferId) {
        return row(transferId).map(InvitationRow::email);
    }

    /** The secret of the link, for its sender to hand over; empty once the waiting ended. */
    public Optional<String> token(long transferId) {
        return row(transferId).flatMap(InvitationRow::sealedToken).map(tokens::open);
    }

    private Optional<InvitationRow> row(long transferId) {
        return transactions.read(
                session -> session.getMapper(InvitationMapper.class).byTransfer(transferId));
    }
}
