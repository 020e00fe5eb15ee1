package cash.tuppence.wallet.event;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.outbox.EventType;
import cash.tuppence.testing.LedgerFixture;
import cash.tuppence.testing.SettableClock;
import cash.tuppence.webhook.Webhooks;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventCompanionTest {
    private static final long SHOP = 71;
    private static final long PERSON = 72;
    private static final int NODE = 900;

    private final KeyMaker keys = new KeyMaker(new SettableClock(Instant.parse("2026-11-01T12:00:00Z")), NODE);
    private final LedgerFixture fixture = new LedgerFixture(new EventCompanion(keys, Webhooks.audience()));
    private final long alice = fixture.walletWith(100);
    private final long bob = fixture.walletWith(0);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void onlyWhatSomebodyListensToIsHandedOnAndAllIsKept() throws SQLException {
        fixture.execute("insert into webhook_endpoints (id, nonce, profile_id, livemode, url, events, secret, state,"
                + " created_at) values (1, repeat('n', 12), " + SHOP + ", true, 'http://127.0.0.1/', '*', 'sealed',"
                + " 'enabled', utc_timestamp(6)), (2, repeat('n', 12), " + PERSON + ", true, 'http://127.0.0.1/', '*',"
                + " 'sealed', 'disabled', utc_timestamp(6))");

        sendTellingOf(SHOP);
        sendTellingOf(PERSON);

        assertThat(fixture.count("select count(*) from events where owner_id = " + SHOP + " and pending"))
                .isEqualTo(1);
        assertThat(fixture.count("select count(*) from events where owner_id = " + PERSON + " and not pending"))
                .isEqualTo(1);
    }

    private void sendTellingOf(long owner) {
        Announcement announcement =
                new Announcement(owner, EventType.TRANSFER_RECEIVED, true, draft -> "{\"state\":\"posted\"}");
        fixture.ledger
                .post(Posting.of(OperationId.random(), fixture.send(alice, bob, 1), Announcements.of(announcement)))
                .transferIdOrRefuse();
    }
}
