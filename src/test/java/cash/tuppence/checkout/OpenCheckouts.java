package cash.tuppence.checkout;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.event.Announcement;
import cash.tuppence.wallet.event.Announcements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Open checkouts by the hundred thousand, made set-wise, and what a posting carries that pays one: for benchmarks. */
public final class OpenCheckouts {
    /** Above the ids of anything else that is seeded. */
    private static final long FIRST = 10_000_000;

    private static final long BUSINESS = 1;
    private static final long PAYER = 2;

    private final DataSource database;
    private final CheckoutJsons jsons;
    private final Terms terms;
    private final Instant madeAt = Instant.now();
    private final AtomicLong next = new AtomicLong(FIRST);
    private long end = FIRST;

    public OpenCheckouts(DataSource database, CheckoutJsons jsons, Money amount) {
        this.database = database;
        this.jsons = jsons;
        this.terms = new Terms(
                amount,
                Capture.AUTOMATIC,
                "A cup of tea and a slice of cake",
                "order-1",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "https://shop.example.test/return",
                Optional.empty());
    }

    /** How many nobody has paid yet. */
    public long left() {
        return end - next.get();
    }

    /** Sees to it that so many are open. */
    public void fill(long count) {
        long missing = count - left();
        if (missing <= 0) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into checkouts (id, nonce, profile_id, livemode, state, asset, amount, capture,"
                    + " description, reference, return_url, created_at, expires_at)"
                    + " select seq, repeat(x'00', 12), " + BUSINESS + ", true, 'open', '"
                    + terms.amount().asset().code() + "', " + terms.amount().units() + ", 'automatic', '"
                    + terms.description() + "', concat('order-', seq), '" + terms.returnUrl()
                    + "', utc_timestamp(6), utc_timestamp(6) + interval 1 day from seq_" + end + "_to_"
                    + (end + missing - 1));
            end += missing;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pays one that nobody has paid, and says so by an event: what the {@link Till} hands in. */
    public List<Attachment> pay() {
        CheckoutChange change = new CheckoutChange.Pay(seen(next.getAndIncrement()), PAYER);
        Announcement announcement =
                new Announcement(BUSINESS, EventType.CHECKOUT_PAID, true, draft -> jsons.write(change.after()));
        return List.of(change, Announcements.of(announcement));
    }

    private Checkout seen(long id) {
        return new Checkout(
                new PublicId(Checkout.PREFIX, id, new byte[12]),
                BUSINESS,
                true,
                terms,
                madeAt,
                madeAt.plus(Duration.ofDays(1)),
                Progress.start(Asset.USD));
    }
}
