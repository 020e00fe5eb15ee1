package cash.tuppence.member.api;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.ledger.Account;

/** What a wallet has of one asset, as programs read it: {@code amount} includes what is {@code held}. */
public record BalanceJson(String amount, String held, String currency) {
    static BalanceJson of(Account account) {
        return new BalanceJson(
                account.balance().toDecimal(),
                account.held().toDecimal(),
                account.asset().code());
    }

    /** A balance of which nothing is held. */
    public static BalanceJson of(Money balance) {
        return new BalanceJson(
                balance.toDecimal(),
                Money.zero(balance.asset()).toDecimal(),
                balance.asset().code());
    }

    public static BalanceJson none(Asset asset) {
        return of(Money.zero(asset));
    }
}
