package cash.tuppence.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Transactions;
import cash.tuppence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final long OWNER = 7;

    private final TestDatabase schema = TestDatabase.fresh();
    private final Database database =
            new Database(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 4));
    private final Transactions transactions = new Transactions(database, List.of(EventMapper.class));
    private final KeyMaker keys = new KeyMaker(InstantSource.system(), 1);
    private final Outbox outbox = new Outbox(transactions, () -> {});
    private final Heard heard = new Heard();

    OutboxTest() {
        new Migrator(database).migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aListenerHearsOfACommittedEventOnce() {
        NewEvent event = event("{\"id\":\"co_1\"}");
        transactions.execute(session -> outbox.write(session, event));

        new FanOut(transactions, List.of(heard)).finish();
        new FanOut(transactions, List.of(heard)).finish();

        assertThat(heard.ids()).containsExactly(event.id());
        assertThat(heard.events.get(0).data()).isEqualTo("{\"id\":\"co_1\"}");
        assertThat(heard.events.get(0).type()).isEqualTo("checkout.paid");
        assertThat(heard.events.get(0).createdAt()).isEqualTo(event.createdAt());
        assertThat(heard.commits).isEqualTo(1);
    }

    @Test
    void nobodyHearsOfAnEventThatWasRolledBack() {
        assertThatThrownBy(() -> transactions.execute(session -> {
                    outbox.write(session, event("{}"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        new FanOut(transactions, List.of(heard)).finish();

        assertThat(heard.events).isEmpty();
        assertThat(outbox.list(OWNER, true, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void whatAListenerFailedOnIsHandedOverAgain() {
        NewEvent event = event("{}");
        transactions.execute(session -> outbox.write(session, event));
        Heard earlier = new Heard();
        Listener broken = (session, events) -> {
            throw new IllegalStateException("not today");
        };

        assertThatThrownBy(() -> new FanOut(transactions, List.of(earlier, broken)).work())
                .hasMessage("not today");
        assertThat(earlier.undone).isEqualTo(1);
        assertThat(earlier.commits).isZero();
        new FanOut(transactions, List.of(heard)).finish();

        assertThat(heard.ids()).containsExactly(event.id());
    }

    @Test
    void theStagesStatementWritesTheSameRowsWhateverTheTextHolds() throws SQLException {
        NewEvent plain = event("{\"message\":\"a penny\"}");
        NewEvent odd = event("{\"message\":\"O'Hara \\\\ \\\"; drop table events; -- ٣ 🪙\"}");
        try (Connection connection = database.stageConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    EventRows.insert(List.of(plain, odd), event -> true).toString());
        }

        List<Event> events = outbox.list(OWNER, true, Long.MAX_VALUE, 10);

        assertThat(events).extracting(Event::data).containsExactly(odd.data(), plain.data());
        assertThat(outbox.find(OWNER, odd.id())).map(Event::createdAt).contains(odd.createdAt());
        assertThat(outbox.find(OWNER + 1, odd.id())).isEmpty();
    }

    @Test
    void twoNodesAtOnceHandOverEachEventOnce() {
        List<NewEvent> events =
                IntStream.range(0, 2_000).mapToObj(i -> event("{}")).toList();
        transactions.execute(session -> events.forEach(event -> outbox.write(session, event)));

        Runnable node = () -> new FanOut(transactions, List.of(heard)).finish();
        CompletableFuture.allOf(CompletableFuture.runAsync(node), CompletableFuture.runAsync(node))
                .join();
        node.run();

        assertThat(heard.ids())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(NewEvent::id).toList());
    }

    private NewEvent event(String data) {
        return new NewEvent(
                keys.newId(Event.PREFIX),
                OWNER,
                EventType.CHECKOUT_PAID,
                true,
                data,
                Times.now(InstantSource.system()));
    }

    private static final class Heard implements Listener, Listener.Aftermath {
        final List<Event> events = Collections.synchronizedList(new ArrayList<>());
        volatile int commits;
        volatile int undone;

        @Override
        public Aftermath take(SqlSession session, List<Event> taken) {
            events.addAll(taken);
            return this;
        }

        @Override
        public void committed() {
            synchronized (this) {
                commits++;
            }
        }

        @Override
        public void undone() {
            synchronized (this) {
                undone++;
            }
        }

        List<PublicId> ids() {
            return events.stream().map(Event::publicId).toList();
        }
    }
}
