package cash.tuppence.member.limit;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Limits;
import cash.tuppence.ledger.Spending;
import cash.tuppence.member.Tier;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What people and businesses may hold and send at most, and how much of it they used, as pages show it. */
public final class Allowances {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Asset asset;
    private final InstantSource clock;

    /**
     * @param asset the currency that people here count in
     */
    public Allowances(Transactions transactions, Accounts accounts, Asset asset, InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.asset = asset;
        this.clock = clock;
    }

    /**
     * @throws Refusal where there is no such profile
     */
    public Allowance of(long profileId) {
        TierRow who = transactions
                .read(session -> session.getMapper(LimitMapper.class).tierOf(profileId))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Spending spending = accounts.spending(profileId, asset).on(today);
        List<Meter> now = meters(limits(profileId, who.tier()), balance(profileId), spending);
        return new Allowance(who.kind(), who.tier(), now, next(profileId, who.tier()));
    }

    private List<Meter> next(long profileId, Tier tier) {
        return tier.next()
                .map(higher -> meters(limits(profileId, higher), 0, Spending.NOTHING))
                .orElse(List.of());
    }

    private Limits limits(long profileId, Tier tier) {
        return transactions
                .read(session -> session.getMapper(LimitMapper.class).find(profileId, tier, asset.code()))
                .map(LimitRow::toLimits)
                .orElse(Limits.NONE);
    }

    private long balance(long profileId) {
        return accounts.of(profileId).stream()
                .filter(account -> account.asset().equals(asset))
                .mapToLong(account -> account.balance().units())
                .sum();
    }

    private List<Meter> meters(Limits limits, long balance, Spending spending) {
        return List.of(
                Meter.of("balance", limits.balance(), balance, asset),
                Meter.of("transfer", limits.transfer(), asset),
                Meter.of("day", limits.day(), spending.dayUnits(), asset),
                Meter.of("month", limits.month(), spending.monthUnits(), asset));
    }
}
