package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;

public final class SendPage extends Page {
    public SendPage(Browser browser) {
        super(browser, tuppence("/send"));
    }

    public static SendPage open(Browser browser) {
        browser.open(Sites.tuppence("/send"));
        return new SendPage(browser);
    }

    public SendPage write(String to, String amount, String message) {
        fill("to", to);
        fill("amount", amount);
        fill("message", message);
        return this;
    }

    public TransferPage send() {
        browser.follow(submitOf("to"));
        return new TransferPage(browser);
    }

    public TransferPage sendWithADoubleClick() {
        browser.doubleClick(submitOf("to"));
        return new TransferPage(browser);
    }

    /** Where something is wrong, the same page comes again and says what. */
    public SendPage sendInVain() {
        browser.follow(submitOf("to"));
        return new SendPage(browser);
    }
}
