package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import org.openqa.selenium.By;

/** One checkout, as its business sees it. */
public final class CheckoutPage extends Page {
    public CheckoutPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+/checkouts/co_[^/]+"));
    }

    public static CheckoutPage open(Browser browser, String id) {
        browser.open(Sites.tuppence("/business/corner-shop/checkouts/" + id));
        return new CheckoutPage(browser);
    }

    public CheckoutPage capture(String amount) {
        fill("amount", amount);
        browser.follow(action("capture"));
        return new CheckoutPage(browser);
    }

    public CheckoutPage giveBack(String amount, String reason) {
        browser.click(browser.find(By.cssSelector("details[data-test=refund] > summary")));
        fill("amount", amount);
        fill("reason", reason);
        browser.follow(submitOf("reason"));
        return new CheckoutPage(browser);
    }
}
