package cash.tuppence.wallet.send;

import cash.tuppence.core.Money;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.Holder;
import cash.tuppence.wallet.Once;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.Words;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code /send}, for a business too: hand cash to somebody. */
public final class SendServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/send";
    private static final String NAME = "send";

    private final transient Recipients recipients;
    private final transient Sending sending;
    private final transient Transfers transfers;
    private final transient Balances balances;

    public SendServlet(Pages pages, Recipients recipients, Sending sending, Transfers transfers, Balances balances) {
        super(pages);
        this.recipients = recipients;
        this.sending = sending;
        this.transfers = transfers;
        this.balances = balances;
    }

    @Override
    protected void get(Page page) throws IOException {
        Holder holder = Holder.of(page.request());
        page.render(holder.template(NAME), model(holder), page.form());
    }

    @Override
    protected void post(Page page) throws IOException {
        Holder holder = Holder.of(page.request());
        Form form = page.form();
        Optional<Order> order = read(form, Sender.of(holder));
        if (order.isEmpty()) {
            page.again(holder.template(NAME), model(holder), form);
            return;
        }
        Outcome outcome =
                sending.send(order.get(), Once.of(holder.memberId(), holder.path() + PATH, form.raw(Once.FIELD)));
        if (outcome instanceof Outcome.Refused refused) {
            Refusal refusal = refused.denial().refusal().on(Words.fieldOf(refused.reason()));
            page.again(holder.template(NAME), model(holder), form, refusal);
            return;
        }
        long key = outcome.transferIdOrRefuse();
        page.redirect(
                holder.path() + "/transfers/" + transfers.byKey(key).publicId().text());
    }

    /** What was asked for; empty where the form is faulty. */
    private Optional<Order> read(Form form, Sender sender) {
        Optional<Recipient> to = form.faults().collect("to", () -> recipients.find(form.raw("to"), sender));
        Optional<Money> amount = form.amount("amount", balances.home());
        Details details = Details.by(sender.actorId(), Words.message(form), Words.visibility(form));
        return form.faulty()
                ? Optional.empty()
                : Optional.of(Order.now(Kind.SEND, sender, to.orElseThrow(), amount.orElseThrow(), details));
    }

    private Map<String, Object> model(Holder holder) {
        return Map.of("holder", holder, "balance", balances.spendable(holder.profileId()));
    }
}
