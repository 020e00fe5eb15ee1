package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** Where a merchant makes a button, and afterwards copies and changes it. */
public final class BuilderPage extends Page {
    public BuilderPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+/buttons/[^/]+"));
    }

    public BuilderPage choose(String kind) {
        browser.click(browser.find(By.cssSelector("label:has(input[name=kind][value=" + kind + "])")));
        return this;
    }

    public BuilderPage write(String field, String value) {
        fill(field, value);
        return this;
    }

    public BuilderPage act(String action) {
        browser.follow(action(action));
        return new BuilderPage(browser);
    }

    public BuilderPage again() {
        URI address = browser.address();
        browser.open(address);
        return new BuilderPage(browser);
    }

    /** What is to be copied. */
    public String snippet() {
        return browser.find(By.id("snippet")).getText();
    }
}
