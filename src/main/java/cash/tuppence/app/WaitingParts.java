package cash.tuppence.app;

import cash.tuppence.mail.Mails;
import cash.tuppence.member.notification.Notifications;
import cash.tuppence.outbox.Audience;
import cash.tuppence.outbox.Job;
import cash.tuppence.outbox.Listener;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.wallet.waiting.ArrivalMails;
import cash.tuppence.wallet.waiting.InvitationMails;
import cash.tuppence.wallet.waiting.ReleaseWaiting;
import cash.tuppence.webhook.Webhooks;
import java.util.List;

/** Mail about cash, and what waits for an address: handed over once the address is confirmed. */
final class WaitingParts {
    private final Tuppence tuppence;

    WaitingParts(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    /** Whose events are handed to listeners: those of endpoints, and of members who want mail. */
    static Audience audience() {
        return owners -> Webhooks.audience()
                .heardOf(owners)
                .sql(" union ")
                .sql(Notifications.audience().heardOf(owners).toString());
    }

    /** Who writes mails about events. */
    List<Listener> listeners() {
        Mails mails = tuppence.mail().mails();
        return List.of(
                tuppence.webhooks().disabledMails(tuppence.profiles(), mails, tuppence.urls()),
                new ArrivalMails(mails, tuppence.urls(), tuppence.base().clock()));
    }

    List<Job> jobs() {
        Foundation base = tuppence.base();
        WalletParts wallet = tuppence.wallet();
        InvitationMails mails = new InvitationMails(
                base.transactions(),
                wallet.transfers(),
                wallet.parties(),
                tuppence.profiles(),
                new ClaimTokens(base.secrets()),
                tuppence.mail().mails(),
                tuppence.urls(),
                base.clock());
        return List.of(
                mails,
                new ReleaseWaiting(base.transactions(), wallet.transfers(), tuppence.members(), wallet.claims()));
    }
}
