package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** A page of somebody's own site, with one button on it that opens a window. */
public final class SitePage extends Page {
    private static final By WIDGET = By.tagName("tuppence-button");

    SitePage(Browser browser, URI site) {
        super(browser, site::equals);
    }

    public static SitePage open(Browser browser, URI site) {
        browser.open(site);
        return new SitePage(browser, site);
    }

    /** Presses the button, and goes on in the window that opens by that. */
    public ButtonPage pressForAWindow() {
        browser.openWindow(browser.findInside(WIDGET, By.cssSelector("button")));
        return new ButtonPage(browser);
    }

    /** What the page itself heard from its button, one word after the other. */
    public String heard(String event) {
        return browser.find(By.cssSelector("output[data-test='" + event + "']")).getText();
    }

    /** What the button says below itself. */
    public String message() {
        return browser.findInside(WIDGET, By.cssSelector("p:not(.unseen)")).getText();
    }
}
