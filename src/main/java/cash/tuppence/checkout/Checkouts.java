package cash.tuppence.checkout;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.NewEvent;
import cash.tuppence.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Makes, finds and ends checkouts. What moves cash is the {@link Till}'s. */
public final class Checkouts {
    private final Transactions transactions;
    private final Outbox outbox;
    private final CheckoutJsons jsons;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Checkouts(
            Transactions transactions, Outbox outbox, CheckoutJsons jsons, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.jsons = jsons;
        this.keys = keys;
        this.clock = clock;
    }

    /** A new one, in the caller's transaction. */
    public Checkout create(SqlSession session, long profileId, boolean livemode, Terms terms, Duration time) {
        Instant now = Times.now(clock);
        Checkout checkout = new Checkout(
                keys.newId(Checkout.PREFIX),
                profileId,
                livemode,
                terms,
                now,
                now.plus(time),
                Progress.start(terms.amount().asset()));
        mapper(session).insert(CheckoutRow.of(checkout));
        return checkout;
    }

    /**
     * As it stands now.
     *
     * @param id such as {@code co_…}
     */
    public Optional<Checkout> find(String id) {
        return PublicId.parse(Checkout.PREFIX, id)
                .flatMap(publicId ->
                        transactions.read(session -> mapper(session).byPublicId(publicId.key(), publicId.nonce())))
                .map(row -> row.toCheckout().asOf(Times.now(clock)));
    }

    /** As they stand now, newest first. */
    public List<Checkout> list(CheckoutQuery query) {
        return transactions.read(session -> mapper(session).list(query)).stream()
                .map(row -> row.toCheckout().asOf(query.now()))
                .toList();
    }

    /** Cancels one that nobody has paid, and says how it stands then: canceled, or as it was where it is too late. */
    public Checkout cancel(Checkout seen, Canceler by) {
        Checkout after = transactions.run(session -> cancel(session, seen, by));
        outbox.committed();
        return after;
    }

    /** As {@link #cancel(Checkout, Canceler)}, in the caller's transaction; call {@link Outbox#committed()} after it. */
    public Checkout cancel(SqlSession session, Checkout seen, Canceler by) {
        Checkout current = current(session, seen.id().key());
        Instant now = Times.now(clock);
        if (current.state() != CheckoutState.OPEN || current.isOver(now)) {
            return current.asOf(now);
        }
        Checkout ended = current.with(current.progress().ended(CheckoutState.CANCELED));
        CancellationRow row = CancellationRow.of(new Cancellation(now, by));
        mustChange(mapper(session).cancel(ended.id().key(), ended.progress().sequence(), row), ended);
        tell(session, ended, CheckoutStep.CANCEL);
        return ended;
    }

    /** Of one that was canceled before anybody paid. */
    public Optional<Cancellation> cancellation(Checkout seen) {
        return transactions
                .read(session -> mapper(session).cancellation(seen.id().key()))
                .map(CancellationRow::toCancellation);
    }

    /** As it stands, locked until the caller's transaction ends. */
    public Checkout lock(SqlSession session, Checkout seen) {
        return mapper(session).lock(seen.id().key()).orElseThrow().toCheckout().asOf(Times.now(clock));
    }

    /** Writes down that the time of some is over that nobody paid; says whether there may be more. */
    boolean expireUnpaid(int most) {
        List<Long> overdue = transactions.read(session -> mapper(session).overdue(Times.now(clock), most));
        overdue.forEach(id -> {
            transactions.execute(session -> expireUnpaid(session, id));
            outbox.committed();
        });
        return overdue.size() == most;
    }

    /** Those whose authorization is over, oldest first. */
    List<Checkout> overdueAuthorizations(int most) {
        return transactions.read(session -> mapper(session).overdueAuthorizations(Times.now(clock), most)).stream()
                .map(CheckoutRow::toCheckout)
                .toList();
    }

    /** Or leaves it as it is, where somebody was quicker. */
    private void expireUnpaid(SqlSession session, long id) {
        Checkout current = current(session, id);
        if (current.state() == CheckoutState.OPEN && current.isOver(Times.now(clock))) {
            Checkout ended = current.with(current.progress().ended(CheckoutState.EXPIRED));
            mustChange(mapper(session).expire(id, ended.progress().sequence()), ended);
            tell(session, ended, CheckoutStep.EXPIRE);
        }
    }

    private static Checkout current(SqlSession session, long id) {
        return mapper(session).lock(id).orElseThrow().toCheckout();
    }

    private static void mustChange(int changed, Checkout ended) {
        if (changed != 1) {
            throw new IllegalStateException(ended.id() + " changed under its lock");
        }
    }

    private void tell(SqlSession session, Checkout ended, CheckoutStep step) {
        outbox.write(
                session,
                new NewEvent(
                        keys.newId(Event.PREFIX),
                        ended.profileId(),
                        step.event(),
                        ended.livemode(),
                        jsons.write(ended),
                        Times.now(clock)));
    }

    private static CheckoutMapper mapper(SqlSession session) {
        return session.getMapper(CheckoutMapper.class);
    }
}
