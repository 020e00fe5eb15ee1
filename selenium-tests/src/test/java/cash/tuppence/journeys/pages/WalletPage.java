package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import org.openqa.selenium.By;

public final class WalletPage extends Page {
    public WalletPage(Browser browser) {
        super(browser, tuppence("/wallet"));
    }

    public static WalletPage open(Browser browser) {
        browser.open(Sites.tuppence("/wallet"));
        return new WalletPage(browser);
    }

    /** What is available, as it is shown, such as $12.34. */
    public String balance() {
        return text("balance");
    }

    public AnyPage signOut() {
        browser.follow(browser.find(By.cssSelector("form[action$='/logout'] button")));
        return new AnyPage(browser);
    }
}
