package cash.tuppence.journeys.shop;

import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.pages.Page;

/** What the example shop itself believes about an order. */
public final class OrderPage extends Page {
    public OrderPage(Browser browser) {
        super(browser, shop("/orders/[^/]+"));
    }

    public String status() {
        return text("order-status");
    }

    public String timesPaid() {
        return text("order-times-paid");
    }
}
