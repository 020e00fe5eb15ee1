package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Where a business is added, or any of its pages: they have a form or two, and say something once it was sent. */
public final class BusinessPage extends Page {
    public BusinessPage(Browser browser) {
        super(browser, tuppence("/business/[^/]+(/.*)?"));
    }

    /**
     * @param below what comes behind {@code /business/}
     */
    public static BusinessPage open(Browser browser, String below) {
        browser.open(Sites.tuppence("/business/" + below));
        return new BusinessPage(browser);
    }

    public BusinessPage write(String field, String value) {
        fill(field, value);
        return this;
    }

    public BusinessPage choose(String field, String value) {
        browser.click(browser.find(By.cssSelector("label:has(input[name=" + field + "][value=" + value + "])")));
        return this;
    }

    /** Sends the form which has that field. */
    public BusinessPage send(String field) {
        browser.follow(submitOf(field));
        return new BusinessPage(browser);
    }

    /** What one may look at here, as the navigation names it. */
    public List<String> sections() {
        return browser.find(By.className("section-nav")).findElements(By.tagName("a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** An address that is to be handed over. */
    public URI link(String hook) {
        return URI.create(text(hook));
    }
}
