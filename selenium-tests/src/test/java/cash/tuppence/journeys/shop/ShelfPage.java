package cash.tuppence.journeys.shop;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.pages.Page;
import cash.tuppence.journeys.pages.PayPage;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The example shop's first page, with its goods. */
public final class ShelfPage extends Page {
    public ShelfPage(Browser browser) {
        super(browser, shop("/"));
    }

    public static ShelfPage open(Browser browser) {
        browser.open(Sites.shop("/"));
        return new ShelfPage(browser);
    }

    /** With script by the widget's own button; without by the form inside it. */
    public PayPage buy(String product) {
        By widget = By.cssSelector("tuppence-button[reference='" + product + "']");
        WebElement button = browser.runsScript()
                ? browser.findInside(widget, By.cssSelector("button"))
                : browser.find(widget).findElement(By.cssSelector("form button"));
        browser.follow(button);
        return new PayPage(browser);
    }
}
