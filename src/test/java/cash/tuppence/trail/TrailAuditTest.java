package cash.tuppence.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trail that someone tampered with is caught, whatever they touched. */
class TrailAuditTest {
    private static final String COLUMNS = "actor_kind, actor_id, verb, whom_id, what, before_json, after_json, address,"
            + " request_id, previous_hash, hash";

    private final TrailFixture fixture = new TrailFixture();

    @BeforeEach
    void somethingHappened() {
        fixture.write(6);
        assertThat(fixture.audit.whole().faults()).isEmpty();
        assertThat(fixture.audit.since().rows()).isZero();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a row was removed                   | missing before row 4      | delete from trail where seq = 3",
                "the first was removed               | missing before row 2      | delete from trail where seq = 1",
                "the last was removed                | missing at the end        | delete from trail where seq = 6",
                "the last was removed, the head too  | missing at the end        | delete from trail where seq = 6; update trail_heads set seq = 5, hash = (select hash from trail where seq = 5)",
                "all were removed                    | missing at the end        | delete from trail",
                "all were, and the head set to zero  | missing at the end        | delete from trail; update trail_heads set seq = 0, hash = repeat('\\0', 32)",
                "the hole was closed                 | does not follow           | delete from trail where seq = 3; update trail set seq = seq - 1 where seq > 3 order by seq; update trail_heads set seq = 5",
                "a row was changed and hashed anew   | row 2 was changed         | update trail set what = 'x', hash = unhex(sha2('x', 256)) where seq = 2",
                "two rows were exchanged             | row 2 was changed         | update trail set seq = 99 where seq = 2; update trail set seq = 2 where seq = 3; update trail set seq = 3 where seq = 99",
                "the head was moved                  | the newest row is not     | update trail_heads set seq = 7",
                "the head was removed                | the newest row is not     | delete from trail_heads",
                "the head's hash was changed         | the newest row is not     | update trail_heads set hash = repeat('x', 32)",
                "the point was removed               | nobody knows how far      | delete from trail_points",
            })
    void tamperingIsFound(String what, String fault, String statements) {
        fixture.tamper(statements);

        assertThat(fixture.audit.whole().faults()).as(what).anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seq = 100",
                "at = at + interval 1 microsecond",
                "actor_kind = 'member'",
                "actor_id = 1",
                "verb = 'key.revoked'",
                "whom_id = 43",
                "what = 'key-7'",
                "what = 'KEY-4'",
                "what = concat(what, ' ')",
                "before_json = '{\"number\":1}'",
                "after_json = '{}'",
                "address = '192.0.2.1'",
                "request_id = '1'",
                "previous_hash = repeat('x', 32)",
                "hash = repeat('x', 32)"
            })
    void noColumnCanBeChangedUnseen(String change) {
        fixture.tamper("update trail set " + change + " where seq = 4");

        assertThat(fixture.audit.whole().faults()).isNotEmpty();
    }

    @Test
    void whatMovesFromOneColumnToTheNextIsSeen() {
        fixture.tamper("update trail set what = concat(what, before_json), before_json = '' where seq = 4");

        assertThat(fixture.audit.whole().faults()).contains("row 4 was changed");
    }

    @Test
    void aRowThatIsPutInIsFound() {
        fixture.tamper(
                "insert into trail (seq, at, " + COLUMNS + ") select 7, at, " + COLUMNS + " from trail where seq = 6");

        assertThat(fixture.audit.whole().faults())
                .anyMatch(found -> found.contains("row 7 does not follow"))
                .anyMatch(found -> found.contains("row 7 was changed"))
                .anyMatch(found -> found.contains("the newest row is not"));
    }

    @Test
    void aChainThatWasMadeUnderAnotherKeyIsNone() {
        byte[] other = new byte[32];
        other[0] = 1;
        fixture.transactions.execute(
                session -> new Trail(other, fixture.clock).write(session, Entry.of(Verb.KEY_MADE, 1)));

        assertThat(fixture.audit.since().faults()).containsExactly("row 7 was changed");
    }

    @Test
    void onlyWhatCameSinceIsReadUntilADayIsOver() {
        fixture.write(2);
        assertThat(fixture.audit.since().rows()).isEqualTo(2);
        assertThat(fixture.audit.since().rows()).isZero();

        fixture.clock.advance(Duration.ofHours(25));

        assertThat(fixture.audit.since().rows()).isEqualTo(8);
    }

    @Test
    void whatChangedBelowThePointIsFoundWithinADayAndAboveItAtOnce() {
        fixture.tamper("update trail set actor_id = 9 where seq = 2");
        assertThat(fixture.audit.since().faults()).isEmpty();

        fixture.clock.advance(Duration.ofHours(25));
        assertThat(fixture.audit.since().faults()).containsExactly("row 2 was changed");

        fixture.write(1);
        fixture.tamper("update trail set actor_id = 9 where seq = 7");
        assertThat(fixture.audit.since().faults()).containsExactly("row 2 was changed", "row 7 was changed");
    }

    @Test
    void theRowAtThePointItselfIsLookedAtEachTime() {
        fixture.tamper("delete from trail where seq = 6");

        assertThat(fixture.audit.since().faults()).isNotEmpty();
    }

    @Test
    void whatWasFoundIsKeptUntilAllIsWell() {
        fixture.tamper("update trail set actor_id = 9 where seq = 2");
        fixture.audit.whole();
        assertThat(faults()).isEqualTo(1);

        fixture.tamper("update trail set actor_id = 0 where seq = 2");
        fixture.audit.whole();
        assertThat(faults()).isZero();
    }

    private long faults() {
        return fixture.transactions.read(
                session -> session.getMapper(ChainMapper.class).faults());
    }

    @Test
    void itRunsWhereItIsDueOnOneNode() {
        fixture.tamper("update trail set actor_id = 9 where seq = 2; update trail_points set due_at = '2027-01-01'");
        fixture.audit.runIfDue();
        assertThat(faults()).isZero();

        fixture.tamper("update trail_points set due_at = '2026-01-01', whole_at = null");
        fixture.audit.runIfDue();
        assertThat(faults()).isEqualTo(1);
    }

    @Test
    void whoeverKeptAHeadCanAskForItLater() {
        String head = fixture.audit.whole().head();
        fixture.write(1);
        assertThat(head).startsWith("6:");
        assertThat(fixture.audit.stands(head)).isTrue();

        fixture.tamper("delete from trail where seq > 5; update trail_heads set seq = 5, hash = (select hash from trail"
                + " where seq = 5); update trail_points set seq = 5, hash = (select hash from trail where seq = 5)");

        assertThat(fixture.audit.whole().faults())
                .as("all that the database knows agrees")
                .isEmpty();
        assertThat(fixture.audit.stands(head)).isFalse();
        assertThatThrownBy(() -> fixture.audit.stands("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyTrailHolds() {
        try (TrailFixture fresh = new TrailFixture()) {
            assertThat(fresh.audit.since().faults()).isEmpty();
            assertThat(fresh.audit.whole().head()).startsWith("0:");
        }
    }
}
