package cash.tuppence.wallet.waiting;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Transactions;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.ConfirmedAddresses;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.notification.Notification;
import cash.tuppence.member.notification.Notifications;
import cash.tuppence.outbox.Job;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.session.SqlSession;

/**
 * Writes to whom cash waits for, with the link, and to its sender how that ended. Not in the posting's own transaction,
 * which others wait for: each is marked as due there, and one of the nodes settles it here, once.
 */
public final class InvitationMails implements Job {
    public static final String NAME = "mail-invitations";

    private static final int BATCH = 100;

    /** Nobody is to use us to write to strangers: past these the cash waits all the same, and its sender has the link. */
    private static final int MOST_FROM_ONE_A_DAY = 50;

    private static final int MOST_TO_ONE_A_DAY = 5;

    private final Transactions transactions;
    private final Transfers transfers;
    private final Parties parties;
    private final Profiles profiles;
    private final ClaimTokens tokens;
    private final Mails mails;
    private final Urls urls;
    private final InstantSource clock;

    public InvitationMails(
            Transactions transactions,
            Transfers transfers,
            Parties parties,
            Profiles profiles,
            ClaimTokens tokens,
            Mails mails,
            Urls urls,
            InstantSource clock) {
        this.transactions = transactions;
        this.transfers = transfers;
        this.parties = parties;
        this.profiles = profiles;
        this.tokens = tokens;
        this.mails = mails;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean work() {
        List<DueMail> due = transactions.read(
                session -> session.getMapper(WaitingMapper.class).dueMails(BATCH));
        due.forEach(this::settle);
        if (!due.isEmpty()) {
            mails.committed();
        }
        return due.size() == BATCH;
    }

    /** All that is asked is asked before, so that the row is locked for a moment only. */
    private void settle(DueMail due) {
        TransferRow gift = transfers.byKey(due.transferId());
        Party sender = parties.owner(gift.debitOwnerId());
        boolean known = !due.ended() && profiles.byConfirmedEmail(due.email()).isPresent();
        transactions.execute(session -> {
            if (session.getMapper(WaitingMapper.class).settle(due.transferId(), due.ended())) {
                if (due.ended()) {
                    tellSender(session, due, gift);
                } else if (known) {
                    // Confirmed while this was sent: it is handed over, as what waited before was.
                    ConfirmedAddresses.note(session, due.email());
                } else if (gift.state().isOpen() && mayBeMailed(session, due, gift)) {
                    invite(session, due, gift, sender);
                }
            }
        });
    }

    private boolean mayBeMailed(SqlSession session, DueMail due, TransferRow gift) {
        long sinceId = KeyMaker.lowestAt(clock.instant().minus(Duration.ofDays(1)));
        WaitingMapper mapper = session.getMapper(WaitingMapper.class);
        return !gift.amount().asset().isPlayMoney()
                && mapper.mailedFrom(due.debitAccountId(), sinceId) < MOST_FROM_ONE_A_DAY
                && mapper.mailedTo(due.email(), sinceId) < MOST_TO_ONE_A_DAY;
    }

    /** Without its message: whoever writes to strangers through us writes our words. */
    private void invite(SqlSession session, DueMail due, TransferRow gift, Party sender) {
        String link = urls.absolute("/claim/" + tokens.open(due.sealedToken().orElseThrow()));
        mails.write(
                session,
                NewMail.to(due.email(), "waiting-cash")
                        .with("sender", sender.name())
                        .with("handle", sender.handle())
                        .with("amount", gift.amount())
                        .with("end", gift.expiresAt().orElseThrow())
                        .with("link", link)
                        .until(gift.expiresAt().orElseThrow()));
        session.getMapper(WaitingMapper.class).markMailed(due.transferId());
    }

    /** Whoever took it back themselves knows. */
    private void tellSender(SqlSession session, DueMail due, TransferRow gift) {
        if (gift.state() != TransferState.RETRACTED && gift.state() != TransferState.VOIDED) {
            Notifications.readersOf(session, gift.debitOwnerId(), Notification.WAITING_CASH)
                    .forEach(reader -> mails.write(
                            session,
                            NewMail.to(reader.email(), "waiting-cash-ended")
                                    .about(reader.memberId())
                                    .with("recipient", due.email())
                                    .with("amount", gift.amount())
                                    .with("state", gift.state().name().toLowerCase(Locale.ROOT))
                                    .with(
                                            "link",
                                            urls.absolute("/transfers/"
                                                    + gift.publicId().text()))
                                    .with("choices", urls.absolute("/settings/notifications"))));
        }
    }
}
