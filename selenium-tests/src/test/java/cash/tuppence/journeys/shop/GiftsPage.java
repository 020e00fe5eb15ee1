package cash.tuppence.journeys.shop;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.pages.GivePage;
import cash.tuppence.journeys.pages.Page;
import org.openqa.selenium.By;

/** The example shop's page for gifts to the library, which is a plain file. */
public final class GiftsPage extends Page {
    private static final By WIDGET = By.cssSelector("tuppence-button[give='@library']");

    public GiftsPage(Browser browser) {
        super(browser, shop("/gifts"));
    }

    public static GiftsPage open(Browser browser) {
        browser.open(Sites.shop("/gifts"));
        return new GiftsPage(browser);
    }

    /** What Tuppence told on the way back. */
    public String query() {
        return browser.address().getQuery();
    }

    /** Without script there is no amount to choose here; the next page asks. */
    public GivePage give(String amount) {
        if (browser.runsScript()) {
            browser.click(browser.findInside(WIDGET, By.cssSelector("label:has(input[value='" + amount + "'])")));
            browser.follow(browser.findInside(WIDGET, By.cssSelector("button")));
        } else {
            browser.follow(browser.find(WIDGET).findElement(By.tagName("a")));
        }
        return new GivePage(browser);
    }
}
