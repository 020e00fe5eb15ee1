package cash.tuppence.checkout.merchant;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Payment;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who paid: names, for lists of checkouts. */
final class Payers {
    private final Profiles profiles;

    Payers(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Their names are looked up with one question. */
    List<CheckoutView> views(List<Checkout> checkouts) {
        Map<Long, Profile> known = profiles.byIds(checkouts.stream()
                .flatMap(checkout -> checkout.payment().stream())
                .map(Payment::payerId)
                .distinct()
                .toList());
        return checkouts.stream()
                .map(checkout -> CheckoutView.of(checkout, payer(checkout, known)))
                .toList();
    }

    CheckoutView view(Checkout checkout) {
        return views(List.of(checkout)).get(0);
    }

    /** A profile that is gone leaves what it paid behind, without a name. */
    private static Optional<Party> payer(Checkout checkout, Map<Long, Profile> known) {
        return checkout.payment()
                .map(payment -> Optional.ofNullable(known.get(payment.payerId()))
                        .map(Parties::of)
                        .orElse(Party.GONE));
    }
}
