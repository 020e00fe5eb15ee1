package cash.tuppence.journeys.pages;

import cash.tuppence.journeys.browser.Browser;
import java.net.URI;

public final class ClaimPage extends Page {
    public ClaimPage(Browser browser) {
        super(browser, tuppence("/claim/[^/]+"));
    }

    public static ClaimPage open(Browser browser, URI claimLink) {
        browser.open(claimLink);
        return new ClaimPage(browser);
    }

    public String amount() {
        return text("amount");
    }

    public SignUpPage openAWallet() {
        browser.follow(linkTo("/signup"));
        return new SignUpPage(browser);
    }

    public String state() {
        return text("state");
    }

    public boolean canAccept() {
        return browser.has(actionButton("accept"));
    }

    /** The sender's own way to end the waiting. */
    public AnyPage takeBack() {
        browser.follow(action("retract"));
        return new AnyPage(browser);
    }

    public AnyPage accept() {
        browser.follow(action("accept"));
        return new AnyPage(browser);
    }

    public AnyPage decline() {
        browser.follow(action("decline"));
        return new AnyPage(browser);
    }
}
