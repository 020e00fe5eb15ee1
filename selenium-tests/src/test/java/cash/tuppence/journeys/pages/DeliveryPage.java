package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import org.openqa.selenium.By;

/** What was sent to an endpoint, and what it answered. */
public final class DeliveryPage extends Page {
    public DeliveryPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+/webhooks/[^/]+/deliveries/[^/]+"));
    }

    /** Says it again, and waits until it was answered once more. */
    public DeliveryPage again(int answers) {
        browser.follow(browser.find(By.xpath("//button[.='Say it again']")));
        browser.openUntil(
                browser.address(),
                By.xpath("(//strong[starts-with(normalize-space(), 'It answered')])[" + answers + "]"));
        return new DeliveryPage(browser);
    }
}
