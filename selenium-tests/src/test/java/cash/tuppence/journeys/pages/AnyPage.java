package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.util.regex.Pattern;

/** A page of Tuppence's of which only the common promises matter. */
public final class AnyPage extends Page {
    public AnyPage(Browser browser) {
        this(browser, "/.*");
    }

    private AnyPage(Browser browser, String pathPattern) {
        super(browser, tuppence(pathPattern));
    }

    /** That very page: whoever is sent elsewhere does not arrive. */
    public static AnyPage open(Browser browser, String path) {
        browser.open(Sites.tuppence(path));
        return new AnyPage(browser, Pattern.quote(path));
    }

    public String path() {
        return browser.address().getPath();
    }
}
