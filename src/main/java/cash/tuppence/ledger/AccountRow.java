package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;

/** A row of {@code accounts}. */
record AccountRow(long id, long ownerId, AccountType type, String asset, long balance, long held, boolean frozen) {
    Account toAccount() {
        Asset of = Asset.of(asset);
        return new Account(id, ownerId, type, Money.ofUnits(balance, of), Money.ofUnits(held, of), frozen);
    }
}
