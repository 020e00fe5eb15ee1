package cash.tuppence.wallet.activity;

import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.wallet.activity.ActivityFilter.Direction;
import java.util.List;
import java.util.Locale;

/** What happened in a wallet: what arrived and left, what still waits, and what came back. */
public final class Activity {
    /** Public transfers are looked for among the latest only, however busy a wallet is. */
    private static final int LATEST_LOOKED_AT = 200;

    private final Transactions transactions;
    private final Accounts accounts;

    public Activity(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * Newest first.
     *
     * @param before a row's position to go on from, {@link Long#MAX_VALUE} to start
     */
    public List<ActivityRow> list(long profileId, ActivityFilter filter, long before, int limit) {
        List<Long> ids = accounts.of(profileId).stream().map(Account::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.read(
                session -> session.getMapper(ActivityMapper.class).list(ids, search(filter), before, limit));
    }

    /** What everyone may see of a wallet's latest, newest first. */
    public List<ActivityRow> listPublic(long profileId, int limit) {
        return accounts.of(profileId).stream()
                .flatMap(account -> listPublic(account, limit).stream())
                .sorted((one, other) -> Long.compare(other.position(), one.position()))
                .limit(limit)
                .toList();
    }

    private List<ActivityRow> listPublic(Account account, int limit) {
        return transactions.read(
                session -> session.getMapper(ActivityMapper.class).listPublic(account.id(), LATEST_LOOKED_AT, limit));
    }

    private static ActivityMapper.Search search(ActivityFilter filter) {
        return new ActivityMapper.Search(
                filter.from().orElse(null),
                filter.until().orElse(null),
                filter.words().isEmpty() ? null : like(filter.words()),
                filter.direction() == Direction.IN,
                filter.direction() == Direction.OUT);
    }

    /** Anywhere in the text, and its own wildcards mean themselves. */
    private static String like(String words) {
        String escaped = words.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
