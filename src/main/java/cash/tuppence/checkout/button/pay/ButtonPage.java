package cash.tuppence.checkout.button.pay;

import cash.tuppence.business.Origin;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.Team;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonTerms;
import cash.tuppence.checkout.pay.WayBack;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Balances;
import cash.tuppence.wallet.PlayMoney;
import cash.tuppence.web.Formats;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.Page;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a button's page shows, and to whom. */
public final class ButtonPage {
    private final PlayMoney playMoney;
    private final Profiles profiles;
    private final Balances balances;
    private final Team team;
    private final RedirectSecrets secrets;
    private final Offers offers;
    private final Urls urls;
    private final KeyMaker keys;
    private final InstantSource clock;

    /**
     * @param secretKey the server's {@code secret-key}, under which offers are signed
     */
    public ButtonPage(
            PlayMoney playMoney,
            Profiles profiles,
            Balances balances,
            Team team,
            RedirectSecrets secrets,
            byte[] secretKey,
            Urls urls,
            KeyMaker keys,
            InstantSource clock) {
        this.playMoney = playMoney;
        this.profiles = profiles;
        this.balances = balances;
        this.team = team;
        this.secrets = secrets;
        this.offers = new Offers(secretKey);
        this.urls = urls;
        this.keys = keys;
        this.clock = clock;
    }

    /** With a new offer: what is consented to next is what is shown now. */
    Map<String, Object> model(Page page, Button button, ButtonLink link, Optional<Choice> chosen) {
        Optional<Viewer> viewer = Viewer.of(page.request());
        Map<String, Object> model = new HashMap<>();
        model.put("button", ButtonView.of(button, merchant(button), link));
        model.put("payPath", button.path());
        model.put("next", link.full());
        model.put("url", urls.absolute(button.path()));
        model.put("reference", link.reference());
        model.put("offer", offers.write(offer(button, link, viewer)));
        model.put("least", Formats.money(button.terms().price(), page.locale()));
        button.terms().amount().ifPresent(amount -> model.put("first", amount.toDecimal()));
        chosen.ifPresent(choice -> {
            model.put("quantity", choice.quantity());
            model.put("total", choice.total());
        });
        viewer.ifPresent(payer -> putWallet(model, button, payer, chosen));
        return model;
    }

    private Offer offer(Button button, ButtonLink link, Optional<Viewer> viewer) {
        return Offer.of(newCheckout(), button, viewer, Times.now(clock), link.reference());
    }

    PublicId newCheckout() {
        return keys.newId(Checkout.PREFIX);
    }

    private void putWallet(Map<String, Object> model, Button button, Viewer payer, Optional<Choice> chosen) {
        playMoney.help(payer, chosen.map(Choice::total).orElse(button.terms().price()));
        Money balance = balances.spendable(payer.profileId(), button.terms().asset());
        model.put("balance", balance);
        model.put("own", team.isKeptFromPaying(payer.memberId(), button.profileId(), button.livemode()));
        chosen.map(Choice::total).ifPresent(total -> {
            boolean enough = balance.compareTo(total) >= 0;
            model.put(enough ? "balanceAfter" : "missing", balance.minus(total).abs());
        });
    }

    /** The offer that a form sent back; empty where we did not make it, or not for this. */
    Optional<Offer> consent(String field, Button button, ButtonLink link, Viewer payer) {
        return offers.read(field).filter(offer -> offer.isFor(button, payer, link.reference()));
    }

    boolean isOver(Offer offer) {
        return offer.isOver(Times.now(clock));
    }

    String backUrl(Checkout checkout) {
        return WayBack.of(checkout, secrets.of(checkout.profileId(), checkout.livemode()), Times.now(clock));
    }

    Profile merchant(Button button) {
        return profiles.byId(button.profileId())
                .orElseThrow(() -> new IllegalStateException("no profile " + button.profileId()));
    }

    /** Where its forms lead in the end: to the merchant's page, which may redirect onward. */
    static String[] formTargets(Button button) {
        ButtonTerms terms = button.terms();
        return Stream.concat(
                        Stream.of("https:"),
                        Stream.of(terms.returnUrl(), terms.cancelUrl())
                                .flatMap(Optional::stream)
                                .map(URI::create)
                                .flatMap(url -> Origin.of(url).stream())
                                .map(Origin::text))
                .distinct()
                .toArray(String[]::new);
    }
}
