package cash.tuppence.wallet;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import java.util.List;

/** What a wallet holds, as pages show it. */
public final class Balances {
    private final Accounts accounts;
    private final Asset home;

    /**
     * @param home the currency that people here count in
     */
    public Balances(Accounts accounts, Asset home) {
        this.accounts = accounts;
        this.home = home;
    }

    public Asset home() {
        return home;
    }

    /** What may be spent of the home currency, in whole coins. */
    public Money spendable(long profileId) {
        return spendable(profileId, home);
    }

    /** What may be spent of that asset, in whole coins. */
    public Money spendable(long profileId, Asset asset) {
        return of(profileId).stream()
                .filter(account -> account.asset().equals(asset))
                .map(account -> account.available().floorToMinor())
                .findFirst()
                .orElse(Money.zero(asset));
    }

    /** All that it ever held, by asset. */
    public List<Account> of(long profileId) {
        return accounts.of(profileId);
    }
}
