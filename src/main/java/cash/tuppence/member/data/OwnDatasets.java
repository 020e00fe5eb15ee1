package cash.tuppence.member.data;

import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.member.Viewer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What is kept about a member by what they sign in with and show of themselves. */
public final class OwnDatasets {
    private final Transactions transactions;
    private final Accounts accounts;

    public OwnDatasets(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    public List<Dataset> all() {
        return List.of(
                of("profile", Kept.Profile.class, DataMapper::profile),
                of("former_handles", Kept.FormerHandle.class, DataMapper::formerHandles),
                Dataset.of("balances", Kept.Balance.class, this::balances),
                of("access_tokens", Kept.Token.class, DataMapper::tokens),
                of("sessions", Kept.Session.class, DataMapper::sessions),
                of("remembered_devices", Kept.Device.class, DataMapper::devices),
                of("second_factors", Kept.Factor.class, DataMapper::factors),
                of("consents", Kept.Consent.class, DataMapper::consents),
                of("security_notices", Kept.Notice.class, DataMapper::notices),
                of("mails", Kept.Mail.class, DataMapper::mails),
                of("notifications", Kept.Notification.class, DataMapper::notifications));
    }

    private <R extends Record> Dataset of(String name, Class<R> type, BiFunction<DataMapper, Long, List<R>> question) {
        return Dataset.of(name, type, viewer -> read(viewer, question).stream());
    }

    private <R> List<R> read(Viewer viewer, BiFunction<DataMapper, Long, List<R>> question) {
        return transactions.read(session -> question.apply(session.getMapper(DataMapper.class), viewer.memberId()));
    }

    private Stream<Kept.Balance> balances(Viewer viewer) {
        return accounts.of(viewer.profileId()).stream().map(OwnDatasets::balance);
    }

    private static Kept.Balance balance(Account account) {
        return new Kept.Balance(
                account.asset().code(),
                account.balance().toDecimal(),
                account.held().toDecimal(),
                account.frozen());
    }
}
