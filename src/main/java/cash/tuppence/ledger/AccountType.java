package cash.tuppence.ledger;

/** What an account is for. Only a wallet belongs to a profile, and only a wallet may not go below zero. */
public enum AccountType {
    WALLET,
    /** The other side of the money at the bank: as far below zero as cash is in circulation. */
    BANK,
    VAULT,
    FEES,
    IN_TRANSIT;

    public boolean mayGoBelowZero() {
        return this != WALLET;
    }
}
