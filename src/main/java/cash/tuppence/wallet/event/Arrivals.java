package cash.tuppence.wallet.event;

import cash.tuppence.core.Money;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.Sides;
import java.util.function.Function;

/** Tells a recipient's programs that cash arrived: {@code transfer.received}. */
public final class Arrivals {
    private final TransferJsons jsons;

    public Arrivals(TransferJsons jsons) {
        this.jsons = jsons;
    }

    /** Of a transfer that moves at once. */
    public Announcements ofStarted(Sides sides, Money amount) {
        return arrival(sides, amount, draft -> jsons.startedText(sides, draft));
    }

    /** Of what was held, or waited, until now. */
    public Announcements ofEnded(Sides sides, TransferRow before) {
        return arrival(sides, before.amount(), draft -> jsons.endedText(before, sides, draft));
    }

    private Announcements arrival(Sides sides, Money amount, Function<Draft, String> transfer) {
        return Announcements.of(new Announcement(
                sides.recipient().profileId(),
                EventType.TRANSFER_RECEIVED,
                !amount.asset().isPlayMoney(),
                transfer));
    }
}
