package cash.tuppence.ledger.audit;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All accounts, as many at a time as sums may be held of in memory. */
final class AccountParts implements Iterator<KeyRange> {
    private static final int AT_A_TIME = 1_000_000;

    private final AuditMapper mapper;
    private Optional<KeyRange> next;

    private AccountParts(AuditMapper mapper) {
        this.mapper = mapper;
        next = from(Long.MIN_VALUE);
    }

    static AccountParts of(AuditMapper mapper) {
        return new AccountParts(mapper);
    }

    private Optional<KeyRange> from(long first) {
        return mapper.lastOfAccounts(first, AT_A_TIME).map(last -> new KeyRange(first, last));
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public KeyRange next() {
        KeyRange part = next.orElseThrow(NoSuchElementException::new);
        next = from(part.last() + 1);
        return part;
    }
}
