package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.browser.Browser;

public final class GivePage extends Page {
    public GivePage(Browser browser) {
        super(browser, tuppence("/give/[^/]+"));
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
        browser.follow(submitOf("message"));
        return new AnyPage(browser);
    }

    public GivePage giveInVain() {
        browser.follow(submitOf("message"));
        return new GivePage(browser);
    }
}
