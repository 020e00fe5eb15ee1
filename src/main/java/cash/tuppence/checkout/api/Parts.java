package cash.tuppence.checkout.api;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import java.util.Optional;

/** Reads how much of a checkout a program means. */
final class Parts {
    private static final String FIELD = "amount";

    private Parts() {}

    /**
     * Empty where none was sent.
     *
     * @param most there is
     * @param tooMuch why more than that is refused
     * @throws Faults.Found where it is no such amount
     */
    static Optional<Money> read(CheckoutBody.Cash sent, Money most, Reason tooMuch) {
        if (sent == null) {
            return Optional.empty();
        }
        Faults faults = new Faults();
        Optional<Money> amount = faults.collect(FIELD, () -> amount(sent, most, tooMuch));
        faults.throwIfAny();
        return amount;
    }

    private static Money amount(CheckoutBody.Cash sent, Money most, Reason tooMuch) {
        if (sent.amount() == null) {
            throw new Refusal(Reason.AMOUNT_MISSING);
        }
        if (!most.asset().code().equals(sent.currency())) {
            throw new Refusal(Reason.CURRENCY_NOT_OF_CHECKOUT).with(most.asset().code());
        }
        Money amount = Money.parseMinor(sent.amount(), most.asset());
        if (amount.compareTo(most) > 0) {
            throw new Refusal(tooMuch);
        }
        return amount;
    }
}
