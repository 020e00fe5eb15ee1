package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import org.openqa.selenium.By;

/** Where a merchant says which sites are its own. */
public final class OriginsPage extends Page {
    public OriginsPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+/settings/origins"));
    }

    public static OriginsPage open(Browser browser, String business) {
        browser.open(Sites.tuppence("/business/" + business + "/settings/origins"));
        return new OriginsPage(browser);
    }

    public OriginsPage add(URI site) {
        browser.find(By.id("origin")).sendKeys(originOf(site));
        browser.follow(action("add"));
        return new OriginsPage(browser);
    }

    public OriginsPage remove(URI site) {
        browser.follow(browser.find(By.cssSelector("button[aria-label='Remove " + originOf(site) + "']")));
        return new OriginsPage(browser);
    }

    private static String originOf(URI site) {
        return site.getScheme() + "://" + site.getAuthority();
    }
}
