package cash.tuppence.checkout.books;

import cash.tuppence.core.Asset;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads a business's books from the entries of its wallet. Days and months are UTC's. */
public final class Books {
    /** Keys are made a little before or after the entry's own time, and clocks of nodes differ. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Accounts accounts;

    public Books(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /** What the business has now. */
    Optional<Account> account(long profileId, Asset asset) {
        return accounts.of(profileId).stream()
                .filter(account -> account.asset().equals(asset))
                .findFirst();
    }

    Statement statement(long profileId, Asset asset, YearMonth month) {
        return account(profileId, asset)
                .map(account -> statement(account, month))
                .orElseGet(() -> Statement.of(month, Money.zero(asset), List.of()));
    }

    private Statement statement(Account account, YearMonth month) {
        BooksMapper.Span span = span(account.id(), month);
        return transactions.read(session -> {
            BooksMapper mapper = session.getMapper(BooksMapper.class);
            long opening = mapper.balanceBefore(
                            account.id(), KeyMaker.lowestAt(span.from().plus(SLACK)), span.from())
                    .orElse(0L);
            return Statement.of(month, Money.ofUnits(opening, account.asset()), mapper.days(span));
        });
    }

    /** A month's entries in order, after that key (0 to start). */
    List<BookRow> entries(long accountId, YearMonth month, long afterId, int limit) {
        BooksMapper.Span span = span(accountId, month);
        return transactions.read(session -> session.getMapper(BooksMapper.class).entries(span, afterId, limit));
    }

    private static BooksMapper.Span span(long accountId, YearMonth month) {
        Instant from = start(month);
        Instant to = start(month.plusMonths(1));
        return new BooksMapper.Span(
                accountId, KeyMaker.lowestAt(from.minus(SLACK)), KeyMaker.lowestAt(to.plus(SLACK)), from, to);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
