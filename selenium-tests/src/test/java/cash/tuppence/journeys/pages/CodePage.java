package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.util.function.Function;

/** Where the code is asked for, after the password. */
public final class CodePage extends Page {
    public CodePage(Browser browser) {
        super(browser, tuppence("/login/code"));
    }

    public <P extends Page> P with(String code, Function<Browser, P> landing) {
        fill("code", code);
        browser.follow(submitOf("code"));
        return landing.apply(browser);
    }
}
