package cash.tuppence.wallet.leave;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.leave.Leaving;
import cash.tuppence.member.leave.Obstacle;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.wallet.Once;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Recipient;
import cash.tuppence.wallet.send.Recipients;
import cash.tuppence.wallet.send.Sender;
import cash.tuppence.wallet.send.Sending;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /settings/close}: give away what is left, and leave for good. */
public final class LeaveServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/settings/close";
    private static final String TEMPLATE = "settings/close";

    private final transient Leaving leaving;
    private final transient WalletFarewell wallet;
    private final transient Recipients recipients;
    private final transient Sending sending;
    private final transient SignIn signIn;

    public LeaveServlet(
            Pages pages,
            Leaving leaving,
            WalletFarewell wallet,
            Recipients recipients,
            Sending sending,
            SignIn signIn) {
        super(pages);
        this.leaving = leaving;
        this.wallet = wallet;
        this.recipients = recipients;
        this.sending = sending;
        this.signIn = signIn;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(Viewer.required(page.request())));
    }

    private Map<String, Object> model(Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("obstacles", leaving.obstacles(viewer));
        model.put(
                "left",
                wallet.left(viewer.profileId()).stream().map(Account::available).toList());
        return model;
    }

    @Override
    protected void post(Page page) throws IOException {
        Viewer viewer = Viewer.required(page.request());
        Form form = page.form();
        List<Account> left = wallet.left(viewer.profileId());
        Optional<Recipient> heir = left.isEmpty() ? Optional.empty() : heir(form, viewer);
        form.read("handle", typed -> requireOwn(typed, viewer));
        form.mustTick("sure", Reason.LEAVING_UNSURE);
        if (form.faulty()) {
            page.again(TEMPLATE, model(viewer), form);
            return;
        }
        try {
            leave(viewer, left, heir, form.raw(Once.FIELD));
        } catch (Refusal refusal) {
            page.again(TEMPLATE, model(viewer), form, refusal);
            return;
        }
        signIn.signOut();
        page.redirect("/goodbye");
    }

    private Optional<Recipient> heir(Form form, Viewer viewer) {
        return form.read("to", typed -> {
            Recipient found = recipients.find(typed, Sender.of(viewer));
            if (found instanceof Recipient.Known) {
                return found;
            }
            throw new Refusal(Reason.RECIPIENT_UNKNOWN);
        });
    }

    private static String requireOwn(String typed, Viewer viewer) {
        String handle = typed.strip().replaceFirst("^@", "");
        if (!handle.equalsIgnoreCase(viewer.handle())) {
            throw new Refusal(Reason.LEAVING_HANDLE).with(viewer.handle());
        }
        return handle;
    }

    private void leave(Viewer viewer, List<Account> left, Optional<Recipient> heir, String once) {
        List<Obstacle> obstacles = leaving.obstacles(viewer);
        if (!obstacles.isEmpty()) {
            throw new Refusal(Reason.LEAVING_TOO_EARLY);
        }
        heir.ifPresent(to -> left.forEach(account -> give(viewer, account, to, once)));
        wallet.prepare(viewer.profileId());
        leaving.leave(viewer);
    }

    /** All of it, to the last hundredth of a cent. */
    private void give(Viewer viewer, Account account, Recipient to, String once) {
        Details details = Details.by(viewer.memberId(), "", Visibility.PRIVATE);
        Order order = Order.now(Kind.SEND, Sender.of(viewer), to, account.available(), details);
        String path = PATH + "/" + account.asset().code();
        Outcome outcome = sending.send(order, Once.of(viewer.memberId(), path, once));
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.denial().refusal();
        }
    }
}
