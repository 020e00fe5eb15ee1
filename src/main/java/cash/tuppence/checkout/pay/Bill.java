package cash.tuppence.checkout.pay;

import cash.tuppence.business.card.Card;
import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Item;
import cash.tuppence.checkout.Terms;
import cash.tuppence.core.Money;
import cash.tuppence.member.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A checkout as its payer sees it.
 *
 * @param reserves whether paying sets the cash aside, for the merchant to take later
 * @param tax of all lines together, or null where the merchant names none
 * @param paidAt null until it was paid
 */
public record Bill(
        boolean livemode,
        boolean reserves,
        String state,
        Merchant merchant,
        Money amount,
        String description,
        String reference,
        List<Line> items,
        Money tax,
        Instant paidAt) {

    /**
     * Who is paid.
     *
     * @param color as CSS writes it
     * @param markPath of its picture, or null
     */
    public record Merchant(String name, String handle, String color, String markPath) {
        static Merchant of(Profile profile, Card card) {
            return new Merchant(
                    profile.name(),
                    profile.handle(),
                    card.color(),
                    card.markPath(profile.handle()).orElse(null));
        }
    }

    /**
     * What is bought.
     *
     * @param amount of the line, or null where the merchant names none
     */
    public record Line(String name, int quantity, Money amount) {
        public static Line of(Item item) {
            return new Line(item.name(), item.quantity(), item.amount().orElse(null));
        }
    }

    static Bill of(Checkout checkout, Merchant merchant) {
        Terms terms = checkout.terms();
        return new Bill(
                checkout.livemode(),
                terms.capture() == Capture.MANUAL,
                checkout.state().publicName(),
                merchant,
                terms.amount(),
                terms.description(),
                terms.reference(),
                terms.items().stream().map(Line::of).toList(),
                tax(terms).orElse(null),
                checkout.progress().paidAt().orElse(null));
    }

    public static Optional<Money> tax(Terms terms) {
        return terms.items().stream().flatMap(item -> item.tax().stream()).reduce(Money::plus);
    }
}
