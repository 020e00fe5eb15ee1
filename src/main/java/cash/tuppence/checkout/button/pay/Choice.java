package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.button.ButtonTerms;
import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Form;
import java.util.Optional;

/** How many a payer takes, and what that comes to. */
record Choice(long quantity, Money total) {
    private static final String AMOUNT = "amount";
    private static final String QUANTITY = "quantity";

    /**
     * What a form says.
     *
     * @param price of one, or the least, as it was shown
     * @return empty where the form is faulty, which it says then
     */
    static Optional<Choice> of(Form form, ButtonTerms terms, Money price) {
        return terms.kind().isChosenByPayer()
                ? amount(form, terms.asset(), price).map(amount -> new Choice(1, amount))
                : quantity(form, terms.maxQuantity()).map(quantity -> new Choice(quantity, times(price, quantity)));
    }

    /** What a page shows at first: what its link says as far as it makes sense, and else what the merchant suggests. */
    static Optional<Choice> atFirst(Form form, ButtonTerms terms) {
        Optional<Choice> wished = of(form, terms, terms.price());
        if (wished.isPresent() || terms.kind().isChosenByPayer()) {
            return wished;
        }
        return Optional.of(new Choice(1, terms.price()));
    }

    private static Optional<Money> amount(Form form, Asset asset, Money least) {
        return form.read(AMOUNT, typed -> {
            Money amount = Money.parseMinor(typed, asset);
            if (amount.compareTo(least) < 0) {
                throw new Refusal(Reason.BELOW_LEAST).with(least);
            }
            return amount;
        });
    }

    private static Optional<Long> quantity(Form form, int most) {
        return form.read(QUANTITY, typed -> {
            if (typed.isBlank()) {
                return 1L;
            }
            if (!typed.strip().matches("[0-9]{1,6}")) {
                throw new Refusal(Reason.OUT_OF_RANGE).with(1, most);
            }
            long quantity = Long.parseLong(typed.strip());
            if (quantity < 1 || quantity > most) {
                throw new Refusal(Reason.OUT_OF_RANGE).with(1, most);
            }
            return quantity;
        });
    }

    private static Money times(Money price, long quantity) {
        return Money.ofUnits(Math.multiplyExact(price.units(), quantity), price.asset());
    }
}
