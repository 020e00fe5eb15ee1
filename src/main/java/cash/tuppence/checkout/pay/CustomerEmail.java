package cash.tuppence.checkout.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.member.ExpectedEmail;
import java.net.URI;
import java.util.Optional;

/** The address that the merchant gave of its customer, for whoever is on the way to pay, while that can be paid. */
public final class CustomerEmail implements ExpectedEmail {
    private static final String PAY = "/pay/";

    private final Checkouts checkouts;

    public CustomerEmail(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    @Override
    public Optional<String> of(String next) {
        String path = URI.create(next).getPath();
        return path.startsWith(PAY)
                ? checkouts.find(path.substring(PAY.length())).flatMap(CustomerEmail::of)
                : Optional.empty();
    }

    static Optional<String> of(Checkout checkout) {
        return checkout.state().isOpen() ? checkout.terms().customerEmail() : Optional.empty();
    }
}
