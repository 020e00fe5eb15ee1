package cash.tuppence.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final TrailFixture fixture = new TrailFixture();

    @AfterEach
    void close() {
        Scene.leave();
        fixture.close();
    }

    @Test
    void aRowSaysWhoDidWhatToWhomBeforeAndAfterFromWhereAndWhen() {
        new Scene(Actor.operator(7), "192.0.2.1", "00ff00ff00ff00ff").enter();

        fixture.write(Entry.of(Verb.ENDPOINT_CHANGED, TrailFixture.SHOP)
                .on("we_1")
                .from(Map.of("host", "old.example", "enabled", true))
                .to(Map.of("host", "new.example", "enabled", true)));

        TrailRow row = fixture.rows().get(0);
        assertThat(row.seq()).isEqualTo(1);
        assertThat(row.actorKind()).isEqualTo("operator");
        assertThat(row.actorId()).isEqualTo(7);
        assertThat(row.verb()).isEqualTo("endpoint.changed");
        assertThat(row.whomId()).isEqualTo(TrailFixture.SHOP);
        assertThat(row.what()).isEqualTo("we_1");
        assertThat(row.beforeJson()).isEqualTo("{\"enabled\":true,\"host\":\"old.example\"}");
        assertThat(row.afterJson()).isEqualTo("{\"enabled\":true,\"host\":\"new.example\"}");
        assertThat(row.address()).isEqualTo("192.0.2.1");
        assertThat(row.requestId()).isEqualTo("00ff00ff00ff00ff");
        assertThat(row.at()).isEqualTo(Instant.parse("2026-11-01T12:00:00Z"));
    }

    @Test
    void whatRunsByItselfIsTheSystems() {
        fixture.write(1);

        assertThat(fixture.rows()).extracting(TrailRow::actorKind).containsExactly("system");
    }

    @Test
    void whatIsRolledBackLeavesNoRowAndNoGap() {
        fixture.write(1);

        assertThatThrownBy(() -> fixture.transactions.execute(session -> {
                    fixture.trail.write(session, Entry.of(Verb.KEY_REVOKED, TrailFixture.SHOP));
                    throw new IllegalStateException("thought better of it");
                }))
                .hasMessage("thought better of it");
        fixture.write(1);

        assertThat(fixture.rows()).extracting(TrailRow::seq).containsExactly(2L, 1L);
        assertThat(fixture.audit.whole().faults()).isEmpty();
    }

    @Test
    void aTransactionThatFailsAtItsVeryEndLeavesNoRow() {
        assertThatThrownBy(() -> fixture.transactions.execute(session -> {
                    fixture.trail.write(session, Entry.of(Verb.KEY_REVOKED, 1));
                    fixture.trail.write(session, Entry.of(Verb.KEY_REVOKED, 1).on("x".repeat(301)));
                }))
                .isNotNull();

        assertThat(fixture.rows()).isEmpty();
        fixture.write(1);
        assertThat(fixture.audit.whole().faults()).isEmpty();
    }

    @Test
    void oneTransactionMayWriteSeveral() {
        fixture.transactions.execute(session -> {
            fixture.trail.write(session, Entry.of(Verb.KEY_ROLLED, TrailFixture.SHOP));
            fixture.trail.write(session, Entry.of(Verb.KEY_MADE, TrailFixture.SHOP));
        });

        assertThat(fixture.rows()).extracting(TrailRow::verb).containsExactly("key.made", "key.rolled");
        assertThat(fixture.audit.whole().faults()).isEmpty();
    }

    @Test
    void itIsWrittenInATransactionOrNotAtAll() {
        assertThatThrownBy(() -> fixture.transactions.read(session -> {
                    fixture.trail.write(session, Entry.of(Verb.KEY_MADE, 1));
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.write(Entry.of(Verb.KEY_MADE, 1).to(Map.of("much", "x".repeat(5_000)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.rows()).isEmpty();
    }

    @Test
    void manyAtOnceOnTwoNodesMakeOneChainWithoutGaps() {
        try (TrailFixture other = new TrailFixture(fixture.schema)) {
            List<CompletableFuture<Void>> writers = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> (i % 2 == 0 ? fixture : other).write(25)))
                    .toList();
            writers.forEach(CompletableFuture::join);

            assertThat(fixture.rows())
                    .extracting(TrailRow::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 300)
                            .map(seq -> 301 - seq)
                            .boxed()
                            .toList());
            assertThat(fixture.audit.whole().faults()).isEmpty();
            assertThat(other.audit.since().faults()).isEmpty();
        }
    }

    /** Both lock two rows in opposite orders as far as the code reads; the head is locked when all else is. */
    @Test
    void whoWritesFirstAndLocksLaterStopsNobody() {
        fixture.tamper("create table things (id int primary key, n int not null); insert into things values (1, 0)");
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int turn = 0; turn < 20; turn++) {
                        fixture.transactions.execute(session -> touch(session, i % 2 == 0));
                    }
                }))
                .toList();

        writers.forEach(CompletableFuture::join);

        assertThat(fixture.rows()).hasSize(80);
        assertThat(fixture.audit.whole().faults()).isEmpty();
    }

    private void touch(SqlSession session, boolean writesFirst) {
        if (writesFirst) {
            fixture.trail.write(session, Entry.of(Verb.KEY_MADE, 1));
        }
        try (Statement statement = session.getConnection().createStatement()) {
            statement.execute("update things set n = n + 1 where id = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (!writesFirst) {
            fixture.trail.write(session, Entry.of(Verb.KEY_MADE, 1));
        }
    }

    @Test
    void itIsSearchedByWhoWhatWhomAndTimeAndGoesOnWhereItStopped() {
        new Scene(Actor.member(5), "192.0.2.1", "").enter();
        fixture.write(Entry.of(Verb.ORIGIN_ADDED, 1).on("https://one.example"));
        fixture.clock.advance(Duration.ofHours(1));
        fixture.write(Entry.of(Verb.ORIGIN_REMOVED, 1).on("https://one.example"));
        new Scene(Actor.member(6), "192.0.2.2", "").enter();
        fixture.write(Entry.of(Verb.ORIGIN_ADDED, 2).on("https://two.example"));
        TrailQuery all = TrailQuery.latest(10);
        Instant noon = Instant.parse("2026-11-01T12:00:00Z");

        assertThat(seqs(new TrailQuery(List.of(5L), null, null, List.of(), null, null, null, all.beforeSeq(), 10)))
                .containsExactly(2L, 1L);
        assertThat(seqs(new TrailQuery(List.of(), null, "origin.added", List.of(), null, null, null, 10, 10)))
                .containsExactly(3L, 1L);
        assertThat(seqs(new TrailQuery(List.of(), null, null, List.of(2L, 9L), null, null, null, 10, 10)))
                .containsExactly(3L);
        assertThat(seqs(new TrailQuery(List.of(), null, null, List.of(), "https://one.example", null, null, 10, 10)))
                .containsExactly(2L, 1L);
        assertThat(seqs(new TrailQuery(List.of(), null, null, List.of(), null, noon.plusSeconds(1), null, 10, 10)))
                .containsExactly(3L, 2L);
        assertThat(seqs(new TrailQuery(List.of(), null, null, List.of(), null, noon, noon.plusSeconds(1), 10, 10)))
                .containsExactly(1L);
        assertThat(seqs(TrailQuery.latest(2))).containsExactly(3L, 2L);
        assertThat(seqs(TrailQuery.latest(2).before(2))).containsExactly(1L);
    }

    private List<Long> seqs(TrailQuery query) {
        return fixture.search(query).stream().map(TrailRow::seq).toList();
    }
}
