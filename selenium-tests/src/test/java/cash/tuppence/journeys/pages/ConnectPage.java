package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.util.function.Function;

/** Where a merchant says yes or no to a program that asks for a key. */
public final class ConnectPage extends Page {
    public ConnectPage(Browser browser) {
        super(browser, tuppence("/business/connect"));
    }

    public <P extends Page> P accept(Function<Browser, P> landing) {
        browser.follow(action("accept"));
        return landing.apply(browser);
    }

    public <P extends Page> P decline(Function<Browser, P> landing) {
        browser.follow(action("decline"));
        return landing.apply(browser);
    }
}
