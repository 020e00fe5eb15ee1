package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonTerms;
import cash.tuppence.core.Money;
import cash.tuppence.member.Profile;
import java.util.List;

/**
 * A button as its payer sees it.
 *
 * @param price of one, or the least
 * @param left how many are left, where so few are that it is worth a word; else null
 * @param most how many one may buy at once
 * @param goal null where there is none
 */
public record ButtonView(
        boolean livemode,
        String kind,
        boolean active,
        boolean soldOut,
        Merchant merchant,
        String description,
        String currency,
        Money price,
        Long left,
        long most,
        Goal goal,
        List<Choice> suggested) {
    private static final long FEW = 20;

    /** Who is paid. */
    public record Merchant(String name, String handle, String about) {}

    /**
     * How far gifts have come.
     *
     * @param percent cut off at a hundred
     */
    public record Goal(Money amount, Money collected, long payments, long percent) {
        static Goal of(Button button, Money goal) {
            Money collected = button.tally().collected();
            return new Goal(goal, collected, button.tally().payments(), percent(collected, goal));
        }

        private static long percent(Money collected, Money goal) {
            return collected.compareTo(goal) >= 0 ? 100 : collected.units() / Math.max(1, goal.units() / 100);
        }
    }

    /** An amount that can be chosen with one click. */
    public record Choice(String value, Money money, String path) {}

    static ButtonView of(Button button, Profile merchant, ButtonLink link) {
        ButtonTerms terms = button.terms();
        return new ButtonView(
                button.livemode(),
                terms.kind().publicName(),
                button.isActive(),
                button.isSoldOut(),
                new Merchant(merchant.name(), merchant.handle(), merchant.about()),
                terms.description(),
                terms.asset().code(),
                terms.price(),
                button.tally().stock().filter(left -> left <= FEW).orElse(null),
                button.mostAtOnce(),
                terms.goal().map(goal -> Goal.of(button, goal)).orElse(null),
                terms.suggested().stream().map(money -> choice(money, link)).toList());
    }

    private static Choice choice(Money money, ButtonLink link) {
        return new Choice(
                money.toDecimal(), money, link.withAmount(money.toDecimal()).full());
    }
}
