package cash.tuppence.member.limit;

import cash.tuppence.ledger.Limits;

/** A row of {@code limits}; where there is no limit, the largest number stands. */
record LimitRow(int limitClass, long balance, long perTransfer, long perDay, long perMonth) {
    Limits toLimits() {
        return new Limits(balance, perTransfer, perDay, perMonth);
    }
}
