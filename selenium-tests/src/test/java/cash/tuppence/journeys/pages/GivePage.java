package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.Sites;
import cash.tuppence.journeys.browser.Browser;
import java.util.function.Function;

public final class GivePage extends Page {
    public GivePage(Browser browser) {
        super(browser, tuppence("/give/[^/]+"));
    }

    public static GivePage open(Browser browser, String pathAndQuery) {
        browser.open(Sites.tuppence(pathAndQuery));
        return new GivePage(browser);
    }

    /** Who is not signed in goes on to that, and comes back to what was written. */
    public GivePage signIn(Member member) {
        browser.follow(submitOf("message"));
        return new LoginPage(browser).as(member, GivePage::new);
    }

    public GivePage write(String amount) {
        fill("amount", amount);
        return this;
    }

    public AnyPage give() {
        return give(AnyPage::new);
    }

    /** Arrives where the page that led here wants its givers back. */
    public <P extends Page> P give(Function<Browser, P> landing) {
        browser.follow(submitOf("message"));
        return landing.apply(browser);
    }

    public GivePage giveInVain() {
        browser.follow(submitOf("message"));
        return new GivePage(browser);
    }
}
