package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;

/** A page of Tuppence's of which only the common promises matter. */
public final class AnyPage extends Page {
    public AnyPage(Browser browser) {
        super(browser, tuppence("/.*"));
    }

    public static AnyPage open(Browser browser, String path) {
        browser.open(Sites.tuppence(path));
        return new AnyPage(browser);
    }
}
