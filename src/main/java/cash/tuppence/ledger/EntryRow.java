package cash.tuppence.ledger;

import java.time.Instant;

/**
 * A row of {@code entries}: one leg of a posted transfer.
 *
 * @param amountUnits signed: below zero where cash left the account
 */
public record EntryRow(
        long id, long transferId, long accountId, long amountUnits, long balanceAfterUnits, Instant createdAt) {}
