package cash.tuppence.checkout.button;

import cash.tuppence.business.Team;
import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutJsons;
import cash.tuppence.checkout.FreshCheckout;
import cash.tuppence.checkout.Item;
import cash.tuppence.checkout.Terms;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.Accounts;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Ledger;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.Viewer;
import cash.tuppence.outbox.EventType;
import cash.tuppence.wallet.event.Announcement;
import cash.tuppence.wallet.event.Announcements;
import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sells what buttons offer: the transfer, the checkout, the stock and the event become true together. */
public final class ButtonTill {
    private static final long NOBODY = 0;

    private final Ledger ledger;
    private final Accounts accounts;
    private final Team team;
    private final CheckoutJsons jsons;
    private final Json json;
    private final Urls urls;
    private final KeyMaker keys;
    private final InstantSource clock;

    public ButtonTill(
            Ledger ledger,
            Accounts accounts,
            Team team,
            CheckoutJsons jsons,
            Json json,
            Urls urls,
            KeyMaker keys,
            InstantSource clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.team = team;
        this.jsons = jsons;
        this.json = json;
        this.urls = urls;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Sells, once for each checkout to be.
     *
     * @throws Refusal with {@link Reason#BUTTON_RETIRED}, {@link Reason#OFFER_CHANGED} or {@link Reason#SOLD_OUT} where
     *     the button is not as it was shown, {@link Reason#OWN_CHECKOUT} where the payer works for the merchant (not in play money), or what
     *     the ledger says against it
     */
    public void sell(Purchase purchase, Viewer payer) {
        Button button = purchase.button();
        if (team.isKeptFromPaying(payer.memberId(), button.profileId(), button.livemode())) {
            throw new Refusal(Reason.OWN_CHECKOUT);
        }
        FreshCheckout fresh = fresh(purchase, payer.profileId());
        ButtonSale sale = new ButtonSale(button, purchase.revision(), purchase.quantity());
        ledger.post(Posting.of(
                        operation(purchase, payer),
                        transfer(purchase, payer),
                        sale,
                        fresh,
                        announcement(button, fresh)))
                .transferIdOrRefuse();
    }

    /** What the merchant is told of who went away without paying: a checkout that never was. */
    public Checkout declined(Purchase purchase) {
        return fresh(purchase, NOBODY).declined();
    }

    private FreshCheckout fresh(Purchase purchase, long payerId) {
        Button button = purchase.button();
        return FreshCheckout.of(
                purchase.checkout(),
                button.profileId(),
                button.livemode(),
                terms(purchase),
                Times.now(clock),
                payerId,
                button.id().key());
    }

    private static OperationId operation(Purchase purchase, Viewer payer) {
        return OperationId.of("button", purchase.checkout().text(), Long.toString(payer.memberId()));
    }

    private Terms terms(Purchase purchase) {
        ButtonTerms offered = purchase.button().terms();
        return new Terms(
                purchase.total(),
                Capture.AUTOMATIC,
                offered.description(),
                purchase.reference(),
                Optional.empty(),
                items(purchase),
                Optional.of(json.write(metadata(purchase))),
                offered.returnUrl().orElseGet(() -> thanksUrl(purchase.button())),
                offered.cancelUrl());
    }

    /** Where a payer goes whose merchant has no page for them. */
    private String thanksUrl(Button button) {
        return urls.absolute(button.path() + "/thanks");
    }

    private static List<Item> items(Purchase purchase) {
        ButtonTerms offered = purchase.button().terms();
        return purchase.quantity() == 1
                ? List.of()
                : List.of(new Item(
                        offered.description(), Math.toIntExact(purchase.quantity()), Optional.of(purchase.total())));
    }

    /** What the merchant's program goes by to tell what was bought. */
    private static Map<String, Object> metadata(Purchase purchase) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("button", purchase.button().id().text());
        metadata.put("quantity", purchase.quantity());
        if (!purchase.message().isEmpty()) {
            metadata.put("message", purchase.message());
        }
        return metadata;
    }

    private Movement.Transfer transfer(Purchase purchase, Viewer payer) {
        Button button = purchase.button();
        String message = purchase.message().isEmpty() ? button.terms().description() : purchase.message();
        return new Movement.Transfer(
                keys.newId(TransferRow.PREFIX),
                Kind.PAYMENT,
                accounts.open(payer.profileId(), purchase.total().asset()),
                accounts.open(button.profileId(), purchase.total().asset()),
                purchase.total(),
                Details.by(payer.memberId(), message, Visibility.PRIVATE));
    }

    private Announcements announcement(Button button, FreshCheckout fresh) {
        return Announcements.of(new Announcement(
                button.profileId(), EventType.CHECKOUT_PAID, button.livemode(), draft -> jsons.write(fresh.after())));
    }
}
