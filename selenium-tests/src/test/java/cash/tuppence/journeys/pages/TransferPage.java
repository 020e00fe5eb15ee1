package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.net.URI;

/** The receipt of a transfer. */
public final class TransferPage extends Page {
    public TransferPage(Browser browser) {
        super(browser, tuppence("/transfers/tr_[^/]+"));
    }

    public static TransferPage open(Browser browser, URI address) {
        browser.open(address);
        return new TransferPage(browser);
    }

    public URI address() {
        return browser.address();
    }

    public String amount() {
        return text("amount");
    }

    /** Where whoever is to have the cash takes it. */
    public URI claimLink() {
        return URI.create(text("claim-link"));
    }
}
