package cash.tuppence.wallet.give;

import cash.tuppence.business.popup.Popup;
import cash.tuppence.business.popup.Popups;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.Once;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.wallet.Words;
import cash.tuppence.web.page.Form;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /give/{handle}}: a donation page. */
public final class GiveServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "wallet/give";

    private final transient Profiles profiles;
    private final transient Giving giving;
    private final transient Transfers transfers;
    private final transient Balances balances;
    private final transient GiveReturn wayBack;
    private final transient Popups popups;

    public GiveServlet(
            Pages pages,
            Profiles profiles,
            Giving giving,
            Transfers transfers,
            Balances balances,
            GiveReturn wayBack,
            Popups popups) {
        super(pages);
        this.profiles = profiles;
        this.giving = giving;
        this.transfers = transfers;
        this.balances = balances;
        this.wayBack = wayBack;
        this.popups = popups;
    }

    @Override
    protected void get(Page page) throws IOException {
        Profile recipient = recipient(page);
        page.render(TEMPLATE, model(page, recipient, link(page, recipient)), page.form());
    }

    @Override
    protected void post(Page page) throws IOException {
        Profile recipient = recipient(page);
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (viewer.isEmpty()) {
            // What was typed is kept for afterwards; what is wrong with it is said then.
            String next = link(page, recipient).path(page.parameter("amount"), page.parameter("message"));
            String here = popups.of(page, recipient.id())
                    .map(popup -> popup.appendTo(next))
                    .orElse(next);
            page.redirect("/login?next=" + encode(here));
        } else {
            give(page, viewer.get(), recipient);
        }
    }

    private void give(Page page, Viewer giver, Profile recipient) throws IOException {
        GiveLink link = link(page, recipient);
        Form form = page.form();
        Optional<Giving.Wish> wish = read(form, giver, recipient);
        if (wish.isEmpty()) {
            page.again(TEMPLATE, model(page, recipient, link), form);
            return;
        }
        Outcome outcome = giving.give(wish.get(), Once.of(giver.memberId(), link.path(), form.raw(Once.FIELD)));
        if (outcome instanceof Outcome.Refused refused) {
            Refusal refusal = refused.denial().refusal().on(Words.fieldOf(refused.reason()));
            page.again(TEMPLATE, model(page, recipient, link), form, refusal);
            return;
        }
        leave(
                page,
                recipient,
                link,
                transfers.byKey(outcome.transferIdOrRefuse()),
                wish.get().reference());
    }

    /** What is to be given; empty where the form is faulty. */
    private Optional<Giving.Wish> read(Form form, Viewer giver, Profile recipient) {
        Optional<Money> amount = form.amount("amount", balances.home());
        String message = Words.message(form);
        String reference = form.optionalLine("reference", GiveLink.MOST_CHARACTERS);
        if (recipient.id() == giver.profileId()) {
            form.faults().add(new Refusal(Reason.RECIPIENT_IS_SENDER));
        }
        return form.faulty()
                ? Optional.empty()
                : Optional.of(new Giving.Wish(giver, recipient, amount.orElseThrow(), message, reference));
    }

    private void leave(Page page, Profile recipient, GiveLink link, TransferRow gift, String reference)
            throws IOException {
        Optional<URI> target = wayBack.target(recipient, link);
        Optional<Popup> popup = popups.of(page, recipient.id());
        if (popup.isPresent() && target.isPresent()) {
            String url = wayBack.url(target.get(), gift, reference);
            popup.get().leave(page, Map.of("transfer", gift.publicId().text(), "state", "paid", "url", url));
        } else if (target.isPresent()) {
            page.redirectOutside(wayBack.url(target.get(), gift, reference));
        } else {
            page.redirect(link.path() + "/thanks/" + gift.publicId().text());
        }
    }

    private Profile recipient(Page page) {
        return profiles.byHandle(page.variable("handle")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    private static GiveLink link(Page page, Profile recipient) {
        return new GiveLink(recipient.handle(), page.parameter("reference"), page.parameter("return_url"));
    }

    private Map<String, Object> model(Page page, Profile recipient, GiveLink link) {
        wayBack.target(recipient, link).ifPresent(target -> page.allowFormTargets(GiveReturn.formTargets(target)));
        Map<String, Object> model = new HashMap<>();
        model.put("recipient", recipient);
        model.put("suggested", Suggestion.of(link, balances.home()));
        popups.of(page, recipient.id()).ifPresent(popup -> popup.putInto(model));
        Viewer.of(page.request()).ifPresent(viewer -> model.put("balance", balances.spendable(viewer.profileId())));
        return model;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
