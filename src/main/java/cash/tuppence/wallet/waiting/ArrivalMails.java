package cash.tuppence.wallet.waiting;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Times;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.notification.Notification;
import cash.tuppence.member.notification.NotificationMapper;
import cash.tuppence.member.notification.Notifications;
import cash.tuppence.member.notification.Reader;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.Listener;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells members that cash arrived, if they want to know, and not for each of a million pennies. */
public final class ArrivalMails implements Listener {
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final Mails mails;
    private final Urls urls;
    private final InstantSource clock;

    public ArrivalMails(Mails mails, Urls urls, InstantSource clock) {
        this.mails = mails;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public Aftermath take(SqlSession session, List<Event> events) {
        events.stream()
                .filter(event -> event.livemode() && event.type().equals(EventType.TRANSFER_RECEIVED.text()))
                .forEach(event -> tell(session, event));
        return new Written();
    }

    private void tell(SqlSession session, Event event) {
        Instant now = Times.now(clock);
        for (Reader reader : Notifications.readersOf(session, event.ownerId(), Notification.CASH_RECEIVED)) {
            boolean first = session.getMapper(NotificationMapper.class)
                    .tell(reader.memberId(), Notification.CASH_RECEIVED, now, now.minus(PAUSE));
            if (first) {
                mails.write(session, mail(reader, JsonMapper.shared().readTree(event.data())));
            }
        }
    }

    private NewMail mail(Reader reader, JsonNode transfer) {
        JsonNode amount = transfer.get("amount_posted");
        return NewMail.to(reader.email(), "cash-received")
                .about(reader.memberId())
                .with("sender", transfer.get("sender").asString())
                .with(
                        "amount",
                        Money.parse(
                                amount.get("amount").asString(),
                                Asset.of(amount.get("currency").asString())))
                .with("link", urls.absolute("/transfers/" + transfer.get("id").asString()))
                .with("choices", urls.absolute("/settings/notifications"));
    }

    private final class Written implements Aftermath {
        @Override
        public void committed() {
            mails.committed();
        }

        @Override
        public void undone() {
            // The events are handed over again.
        }
    }
}
