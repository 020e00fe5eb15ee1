package cash.tuppence.checkout.books;

import cash.tuppence.ledger.Kind;
import java.time.Instant;

/**
 * One entry of an account, with the transfer that it belongs to.
 *
 * @param units signed: below zero where cash left
 * @param otherId the profile on the other side, or 0 for the system
 */
public record BookRow(
        long id,
        Instant createdAt,
        long transferId,
        byte[] transferNonce,
        Kind kind,
        long units,
        long balanceAfterUnits,
        String message,
        long otherId) {}
