package cash.tuppence.checkout.button;

import cash.tuppence.web.Urls;

/** Makes {@link ButtonJson}s. */
public final class ButtonJsons {
    private final Urls urls;

    public ButtonJsons(Urls urls) {
        this.urls = urls;
    }

    public ButtonJson of(Button button) {
        ButtonTerms terms = button.terms();
        Tally tally = button.tally();
        return new ButtonJson(
                button.id().text(),
                urls.absolute(button.path()),
                button.livemode(),
                terms.kind().publicName(),
                button.state().publicName(),
                terms.asset().code(),
                terms.amount().orElse(null),
                terms.minAmount().orElse(null),
                terms.suggested(),
                terms.goal().orElse(null),
                terms.maxQuantity(),
                tally.stock().orElse(null),
                tally.sold(),
                tally.payments(),
                tally.collected(),
                terms.description(),
                terms.returnUrl().orElse(null),
                terms.cancelUrl().orElse(null),
                button.revision(),
                button.createdAt());
    }
}
