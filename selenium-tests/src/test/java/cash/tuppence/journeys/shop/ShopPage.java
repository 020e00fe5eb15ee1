package cash.tuppence.journeys.shop;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.pages.Page;

/** A page of the example shop's of which only the common promises matter. */
public final class ShopPage extends Page {
    private ShopPage(Browser browser) {
        super(browser, shop("/.*"));
    }

    public static ShopPage open(Browser browser, String path) {
        browser.open(Sites.shop(path));
        return new ShopPage(browser);
    }
}
