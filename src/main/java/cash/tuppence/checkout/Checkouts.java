package cash.tuppence.checkout;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.NewEvent;
import cash.tuppence.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/** Makes, finds and ends checkouts. What moves cash is the {@link Till}'s. */
public final class Checkouts {
    private static final Map<CheckoutState, EventType> ENDS = Map.of(
            CheckoutState.CANCELED, EventType.CHECKOUT_CANCELED, CheckoutState.EXPIRED, EventType.CHECKOUT_EXPIRED);

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
    public Checkout cancel(Checkout seen) {
        return change(seen.id().key(), current -> {
            boolean isOpen = current.asOf(Times.now(clock)).state() == CheckoutState.OPEN;
            return isOpen ? Optional.of(CheckoutState.CANCELED) : Optional.empty();
        });
    }

    /** Writes down that the time of some is over; says whether there may be more. */
    boolean expire(int most) {
        List<Long> overdue = transactions.read(session -> mapper(session).overdue(Times.now(clock), most));
        overdue.forEach(id -> change(
                id,
                current -> current.isOver(Times.now(clock)) ? Optional.of(CheckoutState.EXPIRED) : Optional.empty()));
        return overdue.size() == most;
    }

    /** Ends a checkout whose row is locked meanwhile, with the event that tells of it, where the decision says so. */
    private Checkout change(long id, Function<Checkout, Optional<CheckoutState>> decision) {
        Checkout after = transactions.run(session -> {
            Checkout current = mapper(session).lock(id).orElseThrow().toCheckout();
            return decision.apply(current)
                    .map(state -> end(session, current, state))
                    .orElseGet(() -> current.asOf(Times.now(clock)));
        });
        outbox.committed();
        return after;
    }

    private Checkout end(SqlSession session, Checkout current, CheckoutState state) {
        Checkout ended = current.with(current.progress().becoming(state));
        int changed = mapper(session)
                .end(ended.id().key(), current.state(), state, ended.progress().sequence());
        if (changed != 1) {
            throw new IllegalStateException(ended.id() + " changed under its lock");
        }
        outbox.write(
                session,
                new NewEvent(
                        keys.newId(Event.PREFIX),
                        ended.profileId(),
                        ENDS.get(state),
                        ended.livemode(),
                        jsons.write(ended),
                        Times.now(clock)));
        return ended;
    }

    private static CheckoutMapper mapper(SqlSession session) {
        return session.getMapper(CheckoutMapper.class);
    }
}
