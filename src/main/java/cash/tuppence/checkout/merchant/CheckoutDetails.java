package cash.tuppence.checkout.merchant;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.checkout.Cancellation;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.checkout.pay.Bill;
import cash.tuppence.checkout.refund.Refund;
import cash.tuppence.checkout.refund.Refunds;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.member.Profiles;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.page.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One checkout of a business, with what happened to it. */
public final class CheckoutDetails {
    static final String TEMPLATE = "checkout/checkout";
    private static final int MOST_REFUNDS = 100;

    private final Checkouts checkouts;
    private final Refunds refunds;
    private final Transfers transfers;
    private final AddressBook book;
    private final Payers payers;

    public CheckoutDetails(
            Checkouts checkouts, Refunds refunds, Transfers transfers, AddressBook book, Profiles profiles) {
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.transfers = transfers;
        this.book = book;
        this.payers = new Payers(profiles);
    }

    /**
     * Something that happened.
     *
     * @param what as the template puts into words
     * @param amount that moved or was reserved, or null
     * @param by whoever of the team did it; empty where a program did, or nobody of them
     */
    public record Happening(String what, Instant at, Money amount, String by, String reason) {}

    /**
     * The one that the page's URL names.
     *
     * @throws Refusal where it is another business's: as if there were none
     */
    Checkout find(Page page) {
        return checkouts
                .find(page.variable("id"))
                .filter(found -> found.profileId() == Acting.of(page.request()).profileId())
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
    }

    Map<String, Object> model(Page page, Checkout checkout) {
        Acting acting = Acting.of(page.request());
        CheckoutView view = payers.view(checkout);
        Map<String, Object> model = new HashMap<>();
        model.put("checkout", view);
        model.put("items", checkout.terms().items().stream().map(Bill.Line::of).toList());
        Bill.tax(checkout.terms()).ifPresent(tax -> model.put("tax", tax));
        model.put("history", history(checkout));
        model.put("payPath", checkout.path());
        model.put("mayCapture", view.state().equals("authorized") && acting.mayWrite("checkouts"));
        model.put("mayCancel", isOpen(view) && acting.mayWrite("checkouts"));
        model.put("mayRefund", view.left().isPositive() && acting.mayWrite("refunds"));
        model.put("done", page.parameter("done"));
        model.put("form", Map.of());
        return model;
    }

    private static boolean isOpen(CheckoutView view) {
        return view.state().equals("open") || view.state().equals("authorized");
    }

    /** Oldest first. */
    private List<Happening> history(Checkout checkout) {
        List<Happening> all = new ArrayList<>();
        all.add(new Happening("made", checkout.createdAt(), checkout.amount(), "", ""));
        Optional<TransferRow> payment = checkout.payment().map(known -> transfers.byKey(known.transferId()));
        payment.filter(transfer -> transfer.expiresAt().isPresent())
                .ifPresent(hold -> all.add(new Happening("authorized", hold.createdAt(), hold.amount(), "", "")));
        checkout.progress().paidAt().ifPresent(at -> all.add(paid(checkout, payment, at)));
        payment.filter(transfer -> transfer.state() == TransferState.VOIDED)
                .flatMap(TransferRow::finishedAt)
                .ifPresent(at -> all.add(new Happening("released", at, checkout.amount(), "", "")));
        payment.filter(transfer -> transfer.state() == TransferState.EXPIRED)
                .flatMap(TransferRow::finishedAt)
                .ifPresent(at -> all.add(new Happening("expired", at, checkout.amount(), "", "")));
        unpaidEnd(checkout).ifPresent(all::add);
        List<Refund> newestFirst = refunds.ofCheckout(checkout, Long.MAX_VALUE, MOST_REFUNDS);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            all.add(refunded(newestFirst.get(i)));
        }
        return all;
    }

    /** How one ended that nobody paid; nothing where that was not kept yet. */
    private Optional<Happening> unpaidEnd(Checkout checkout) {
        if (checkout.payment().isPresent()) {
            return Optional.empty();
        }
        return switch (checkout.state()) {
            case EXPIRED -> Optional.of(new Happening("unpaid", checkout.expiresAt(), checkout.amount(), "", ""));
            case CANCELED -> checkouts.cancellation(checkout).map(found -> canceled(found, checkout.amount()));
            default -> Optional.empty();
        };
    }

    private Happening canceled(Cancellation cancellation, Money amount) {
        return cancellation
                .by()
                .memberId()
                .map(member -> new Happening("canceled", cancellation.at(), amount, name(member), ""))
                .orElseGet(() -> new Happening("declined", cancellation.at(), amount, "", ""));
    }

    private static Happening paid(Checkout checkout, Optional<TransferRow> payment, Instant at) {
        boolean captured = payment.flatMap(TransferRow::expiresAt).isPresent();
        return new Happening(
                captured ? "captured" : "paid", at, checkout.progress().captured(), "", "");
    }

    private Happening refunded(Refund refund) {
        return new Happening("refunded", refund.createdAt(), refund.amount(), name(refund.actorId()), refund.reason());
    }

    private String name(long memberId) {
        return memberId == 0 ? "" : book.member(memberId).map(Party::name).orElse("");
    }
}
