package cash.tuppence.checkout.pay;

import cash.tuppence.business.Origin;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.Team;
import cash.tuppence.business.card.Cards;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.core.Money;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.PlayMoney;
import cash.tuppence.wallet.Transfers;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the payment page and the page in its place afterwards show, and to whom. */
public final class PayPage {
    private final PlayMoney playMoney;
    private final Watch watch;
    private final Profiles profiles;
    private final Cards cards;
    private final Balances balances;
    private final Team team;
    private final Transfers transfers;
    private final RedirectSecrets secrets;
    private final InstantSource clock;

    public PayPage(
            PlayMoney playMoney,
            Watch watch,
            Profiles profiles,
            Cards cards,
            Balances balances,
            Team team,
            Transfers transfers,
            RedirectSecrets secrets,
            InstantSource clock) {
        this.playMoney = playMoney;
        this.watch = watch;
        this.profiles = profiles;
        this.cards = cards;
        this.balances = balances;
        this.team = team;
        this.transfers = transfers;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** For one that can be paid. */
    Map<String, Object> open(Checkout checkout, Optional<Viewer> viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("checkout", Bill.of(checkout, merchant(checkout)));
        model.put("payPath", checkout.path());
        model.put("next", checkout.path());
        model.put("hidden", Map.of());
        model.put("watchPath", watch.statePath(checkout));
        model.put("againPath", watch.againPath(checkout));
        if (viewer.isEmpty()) {
            CustomerEmail.of(checkout).ifPresent(email -> model.put("form", Map.of("email", email)));
        }
        viewer.ifPresent(payer -> {
            playMoney.help(payer, checkout.amount());
            putBalance(model, checkout.amount(), payer);
            model.put("own", team.isKeptFromPaying(payer.memberId(), checkout.profileId(), checkout.livemode()));
        });
        return model;
    }

    private boolean isOfTeam(Viewer viewer, Checkout checkout) {
        return team.roleOf(viewer.memberId(), checkout.profileId()).isPresent();
    }

    private void putBalance(Map<String, Object> model, Money amount, Viewer payer) {
        Money balance = balances.spendable(payer.profileId(), amount.asset());
        boolean enough = balance.compareTo(amount) >= 0;
        model.put("balance", balance);
        model.put("enough", enough);
        model.put(enough ? "balanceAfter" : "missing", balance.minus(amount).abs());
    }

    /**
     * For one that cannot be paid any more. Who paid, what for and where they came from is for the payer and the merchant;
     * as long as nobody paid, whoever has the link sees what they saw before.
     *
     * @param seen proves that this page was open here before; then the way back is shown, too
     */
    Map<String, Object> closed(Checkout checkout, Optional<Viewer> viewer, String seen) {
        Map<String, Object> model = closed(checkout, viewer);
        if (watch.hasSeen(checkout, seen)) {
            model.put("backUrl", backUrl(checkout));
        }
        return model;
    }

    private Map<String, Object> closed(Checkout checkout, Optional<Viewer> viewer) {
        boolean isPayer =
                viewer.filter(one -> checkout.wasPaidBy(one.profileId())).isPresent();
        boolean isOpenBook = isPayer
                || checkout.payment().isEmpty()
                || viewer.filter(one -> isOfTeam(one, checkout)).isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put("checkout", Bill.of(checkout, merchant(checkout)));
        model.put("details", isOpenBook);
        if (isPayer) {
            checkout.payment().ifPresent(payment -> model.put("transferId", receipt(payment.transferId())));
        }
        if (isPayer || checkout.payment().isEmpty()) {
            model.put("backUrl", backUrl(checkout));
        }
        return model;
    }

    private String receipt(long transferId) {
        TransferRow transfer = transfers.byKey(transferId);
        return transfer.publicId().text();
    }

    /** The way back; there is nothing to sign about one that nobody ended. */
    String backUrl(Checkout checkout) {
        return checkout.state() == CheckoutState.EXPIRED
                ? checkout.terms().urlAfterCancel()
                : WayBack.of(checkout, secrets.of(checkout.profileId(), checkout.livemode()), Times.now(clock));
    }

    /** What a shop's page is told that opened a window. */
    Map<String, String> told(Checkout checkout) {
        return WayBack.told(checkout, backUrl(checkout));
    }

    /** Where its forms lead in the end: to the shop, which may redirect onward. */
    static String[] formTargets(Checkout checkout) {
        return Stream.concat(
                        Stream.of("https:"),
                        Stream.of(checkout.terms().returnUrl(), checkout.terms().urlAfterCancel())
                                .map(URI::create)
                                .flatMap(url -> Origin.of(url).stream())
                                .map(Origin::text))
                .distinct()
                .toArray(String[]::new);
    }

    private Bill.Merchant merchant(Checkout checkout) {
        return profiles.byId(checkout.profileId())
                .map(profile -> Bill.Merchant.of(profile, cards.of(profile.id())))
                .orElseThrow(() -> new IllegalStateException("no profile " + checkout.profileId()));
    }
}
