package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.Member;
import cash.tuppence.journeys.browser.Browser;

public final class GivePage extends Page {
    public GivePage(Browser browser) {
        super(browser, tuppence("/give/[^/]+"));
    }

    public GivePage signIn(Member member) {
        fill("email", member.email());
        fill("password", member.password());
        browser.follow(submitOf("password"));
        return new GivePage(browser);
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
