package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The accounts of wallets and of the system. */
public final class Accounts {
    private static final int CACHED = 100_000;

    /** Which account a wallet has for an asset never changes, so it is safe to remember. */
    private final Cache<Key, Long> ids =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private final Transactions transactions;
    private final LimitClasses classes;
    private final KeyMaker keys;
    private final InstantSource clock;

    /** All wallets are without limits. */
    public Accounts(Transactions transactions, KeyMaker keys, InstantSource clock) {
        this(transactions, LimitClasses.UNLIMITED, keys, clock);
    }

    /**
     * @param classes with which limits a wallet's new account begins
     */
    public Accounts(Transactions transactions, LimitClasses classes, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.classes = classes;
        this.keys = keys;
        this.clock = clock;
    }

    /** The wallet's account for that asset; it is opened where there is none yet. Not inside a transaction. */
    public long open(long ownerId, Asset asset) {
        return idOf(wallet(ownerId, asset));
    }

    /** As {@link #open} for many wallets, whose accounts are looked up with one question. */
    public void openAll(Collection<Long> ownerIds, Asset asset) {
        Set<Long> unknown = ownerIds.stream()
                .filter(ownerId -> ids.getIfPresent(wallet(ownerId, asset)) == null)
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            transactions
                    .read(session -> session.getMapper(AccountMapper.class).walletIds(unknown, asset.code()))
                    .forEach(row -> ids.put(wallet(row.ownerId(), asset), row.id()));
            unknown.forEach(ownerId -> open(ownerId, asset));
        }
    }

    private static Key wallet(long ownerId, Asset asset) {
        return new Key(ownerId, AccountType.WALLET, asset);
    }

    /** The system's account of that type and asset; it is opened where there is none yet. Not inside a transaction. */
    public long ofSystem(AccountType type, Asset asset) {
        return idOf(new Key(Account.SYSTEM, type, asset));
    }

    /** All accounts of one wallet as they stand, by asset. */
    public List<Account> of(long ownerId) {
        return transactions
                .read(session -> session.getMapper(AccountMapper.class).byOwner(ownerId))
                .stream()
                .map(AccountRow::toAccount)
                .toList();
    }

    /** That account as it stands. */
    public Optional<Account> find(long accountId) {
        return transactions
                .read(session -> session.getMapper(AccountMapper.class).byId(accountId))
                .map(AccountRow::toAccount);
    }

    /** What that wallet has spent of the asset lately; nothing where it has no such account. */
    public Spending spending(long ownerId, Asset asset) {
        return transactions
                .read(session -> session.getMapper(AccountMapper.class).spending(ownerId, asset.code()))
                .orElse(Spending.NOTHING);
    }

    /** Stops, or allows again, new outgoing postings of a wallet, from accounts that it opens later too. */
    public void freeze(long ownerId, boolean frozen) {
        transactions.execute(session -> freeze(session, ownerId, frozen));
    }

    /** As above, in the caller's transaction. */
    public static void freeze(SqlSession session, long ownerId, boolean frozen) {
        session.getMapper(AccountMapper.class).freeze(ownerId, frozen);
    }

    /**
     * Shuts a wallet for good, in that transaction: nothing leaves it any more and nothing arrives, on accounts that it
     * opens later too, where it has one by now.
     *
     * @return its accounts as they stand, locked; whoever calls rolls back where something is left on them
     */
    public List<Account> close(SqlSession session, long ownerId) {
        AccountMapper mapper = session.getMapper(AccountMapper.class);
        List<Account> accounts =
                mapper.lockByOwner(ownerId).stream().map(AccountRow::toAccount).toList();
        mapper.close(ownerId);
        return accounts;
    }

    private long idOf(Key key) {
        return ids.get(key, this::findOrOpen);
    }

    private long findOrOpen(Key key) {
        return transactions.run(session -> {
            AccountMapper mapper = session.getMapper(AccountMapper.class);
            Optional<Long> known =
                    mapper.idOf(key.ownerId(), key.type(), key.asset().code());
            if (known.isPresent()) {
                return known.get();
            }
            int limitClass = key.type() == AccountType.WALLET
                    ? classes.of(session, key.ownerId(), key.asset())
                    : Limits.UNLIMITED_CLASS;
            mapper.insert(keys.next(), key.ownerId(), key.type(), key.asset().code(), limitClass, Times.now(clock));
            return mapper.idOf(key.ownerId(), key.type(), key.asset().code()).orElseThrow();
        });
    }

    private record Key(long ownerId, AccountType type, Asset asset) {}
}
